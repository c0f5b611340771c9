import { isAlive } from "#app/domain/plan-life/plan-state.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import type { PlanView } from "../plan-view.server.ts";
import { companyPath, minorChangePath, planPath, reportsPath, startChangePath } from "./paths.ts";

/** 計画の画面から行えること。 */
export function PlanActions({
  companyKey,
  view,
}: {
  readonly companyKey: string;
  readonly view: Pick<PlanView, "id" | "state" | "change" | "waiting">;
}) {
  const { change, state } = view;
  return (
    <>
      <SectionTitle id="actions">行えること</SectionTitle>
      {change !== null && (
        <InlineHint>
          <p>
            変更の申請があります：
            {change.href === null ? (
              change.receiptNumber
            ) : (
              <a className="link" href={change.href}>
                {change.receiptNumber}
              </a>
            )}
          </p>
        </InlineHint>
      )}
      <ul className="mb-6 flex flex-col gap-2">
        {isAlive(state) && change === null && (
          <li>
            <a className="link" href={startChangePath(companyKey)}>
              計画の変更を申請する
            </a>
          </li>
        )}
        {isAlive(state) && (
          <li>
            <a className="link" href={minorChangePath(companyKey, view.id)}>
              軽微な変更を届け出る
            </a>
          </li>
        )}
        <li>
          <a className="link" href={reportsPath({ companyKey, planId: view.id })}>
            実施状況報告を書く
          </a>
        </li>
        {isAlive(state) && view.waiting === null && (
          <li>
            <a className="link" href={`${planPath(companyKey, view.id)}/surrender`}>
              認定の取下げを届け出る
            </a>
          </li>
        )}
        {state === "expired" && (
          <li>
            <a className="link" href={`${companyPath(companyKey)}/applications/new`}>
              新しい計画を申請する
            </a>
          </li>
        )}
      </ul>
    </>
  );
}
