/** 一覧で選んだ申請をまとめて受理する、又は担当になる。一件ずつ別の取引で行い、一件の断りはほかを止めない。 */
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type BulkCommand, MOST_PICKED } from "#app/domain/worklist/bulk.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import { findApplication } from "#db/queries/applications.ts";
import { stateOf } from "../application-state.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { acceptApplication } from "./accept-application.server.ts";
import { obstacleTo, reviewActions } from "./command-obstacle.ts";
import { startReview } from "./start-review.server.ts";

/** 選んだ申請と、選んだ時の版。 */
export type Picked = { readonly applicationId: string; readonly version: number };

export type BulkItem = Picked & {
  readonly receiptNumber: string;
  readonly companyName: string;
  /** できない、又はできなかった理由。null ならできる、又はできた。 */
  readonly obstacle: string | null;
};

/** 行う前の確かめ。何も書かない。見てよくない申請は結果に出ない。 */
export async function bulkDryRun(
  context: UseCaseContext,
  command: BulkCommand,
  picked: readonly Picked[],
): Promise<Result<readonly BulkItem[], Refusal>> {
  const action = reviewActions[command];
  if (!mayDo(context.actor, action).allowed) return refuse({ kind: "forbidden", action, reason: "role" });
  const items: BulkItem[] = [];
  for (const one of picked.slice(0, MOST_PICKED)) {
    const row = await findApplication(context.database, one.applicationId);
    if (row === undefined || row.status === "draft") continue;
    if (!authorise(context, action, accessRecordOf(row)).ok) continue;
    const refused = obstacleTo(stateOf(row), command, {
      by: actorStamp(context.actor).id,
      today: today(context),
    });
    items.push({
      ...one,
      receiptNumber: row.receiptNumber ?? "",
      companyName: row.companyName,
      obstacle:
        row.version === one.version
          ? refused === null
            ? null
            : refusalMessage(refused)
          : "選んだ後に、ほかの人が変更しました。",
    });
  }
  return ok(items);
}

/**
 * 行う。二度行っても、済んだ申請は版が動いているので、二度は変わらない。
 * 受理日は今日になる。
 * @returns 一件ずつの結果
 */
export async function runBulk(
  context: UseCaseContext,
  command: BulkCommand,
  picked: readonly Picked[],
): Promise<Result<readonly BulkItem[], Refusal>> {
  const checked = await bulkDryRun(context, command, picked);
  if (!checked.ok) return checked;
  const done: BulkItem[] = [];
  for (const item of checked.value) {
    if (item.obstacle !== null) {
      done.push(item);
      continue;
    }
    const input = { applicationId: item.applicationId, version: item.version };
    const result = await (command === "accept"
      ? acceptApplication(context, { ...input, acceptedOn: today(context) })
      : startReview(context, input));
    done.push(result.ok ? item : { ...item, obstacle: reasonOf(result.error) });
  }
  return ok(done);
}

function reasonOf(refusal: Refusal): string {
  if (refusal.kind === "workflow") return refusalMessage(refusal.refusal);
  if (refusal.kind === "stale")
    return `${refusal.by === null ? "ほかの人" : `${refusal.by}さん`}が先に変更しました。`;
  return "できませんでした。記録の画面で確かめてください。";
}
