/** 書きかけの計画に、新しい規則集で変わったことを一度だけ知らせる。 */
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { type EditionChange, editionChange } from "#app/domain/plan/edition-change.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { findEdition } from "#db/queries/draft-editions.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, currentRulebook, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkFacts } from "./certified-plans.server.ts";
import { loadDraft, loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

/** まだ知らせを読んでいない変更。 */
export type UnreadEditionChange = EditionChange & {
  /** 今日の版。知らせを閉じるときに送り返す。 */
  readonly editionId: string;
  readonly label: string;
  readonly effectiveFrom: string;
};

/**
 * 書きかけはいつも今日の版で読む。最後に知らせた版（初めは、書き始めた時の版）と比べる。
 *
 * @returns この計画にとって何も変わらないか、もう知らせを読んでいれば null
 */
export async function unreadEditionChange(
  context: UseCaseContext,
  application: ApplicationRow,
): Promise<UnreadEditionChange | null> {
  const { editionId, rulebook } = currentRulebook(context);
  const seen = application.editionId ?? context.rulebooks.on(tokyoDay(application.createdAt))?.editionId;
  if (seen === undefined || seen === editionId) return null;
  const { answers } = await loadDraft(context, application.id);
  const facts = await checkFacts(context, application, answers);
  const before = context.rulebooks.edition(seen).rulebook;
  const change = editionChange(before, rulebook, { answers, on: today(context), facts });
  if (change === null) return null;
  const { label, effectiveFrom } = rulebook.edition;
  return { ...change, editionId, label, effectiveFrom };
}

/**
 * 知らせを読んだことを覚える。
 *
 * @param input.editionId 画面が示した版。もう次の版になっていれば、その知らせが出るように、示した版を覚える
 * @returns 書けない申請、公布していない版は notFound で断る
 */
export async function acknowledgeEdition(
  context: UseCaseContext,
  input: OwnApplication & { readonly editionId: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok) return loaded;
  const { id, version, status } = loaded.value;
  const { editionId } = input;
  if (!isEditable(status) || !(await isPublished(context, editionId))) return refuse({ kind: "notFound" });
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      changes: [{ id, expectedVersion: version, set: { editionId } }],
      audit: [
        {
          action: "plan.draft",
          subjectKind: "application",
          subjectId: id,
          details: { toldEdition: editionId },
        },
      ],
    }),
  });
  if (outcome.kind === "stale")
    return refuse({ kind: "stale", subject: "application", by: null, what: null });
  return ok(null);
}

const isPublished = async (context: UseCaseContext, editionId: string): Promise<boolean> =>
  (await findEdition(context.database, editionId))?.status === "published";
