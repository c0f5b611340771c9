/** 版の状態を変える書込みに共通の道。動詞ごとのファイルがこれを呼ぶ。 */
import type { Action } from "#app/domain/access/actions.ts";
import { decideEdition, type EditionCommand } from "#app/domain/rulebook/edition-lifecycle.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { EditionRow } from "#db/queries/rulebook-editions.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { checkWords, editionAudit, loadEdition, staleEdition } from "./edition-access.server.ts";

export type EditionInput = {
  readonly editionId: string;
  /** 画面が読んだ版の編集の通し番号。 */
  readonly revision: number;
  readonly reason: string;
};

/**
 * @param command 読んだ版から命令を作る。時間のかかる点検はこの中で行う
 * @param set 状態と一緒に書く欄
 */
export async function moveEdition(
  context: UseCaseContext,
  action: Action,
  input: EditionInput,
  command: (edition: EditionRow) => Promise<EditionCommand>,
  set: (edition: EditionRow) => Partial<EditionRow> = () => ({}),
): Promise<Result<null, Refusal>> {
  const loaded = await loadEdition(context, action, input.editionId);
  if (!loaded.ok) return loaded;
  const edition = loaded.value;
  const words = checkWords(input);
  if (!words.ok) return words;
  if (edition.revision !== input.revision) return refuse(staleEdition);
  const given = await command(edition);
  const decided = decideEdition(edition, given);
  if (!decided.ok) return refuse({ kind: "edition", refusal: decided.error });
  const fields = set(edition);
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      editionChanges: [
        {
          id: edition.id,
          expectedRevision: edition.revision,
          // 状態の変わり目も一つと数え、読んだ後に動いた版への操作を断る。
          set: {
            ...fields,
            status: decided.value,
            statusReason: input.reason,
            revision: edition.revision + 1,
          },
        },
      ],
      audit: [
        editionAudit(action, edition.id, {
          change: given.name,
          ...fields,
          from: edition.status,
          to: decided.value,
          reason: input.reason,
        }),
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(staleEdition) : ok(null);
}
