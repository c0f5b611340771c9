/** 局に提出された投資計画の確認の一覧。企画課は全部の局を見る。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import type { ConfirmationStatus } from "#app/domain/confirmation/statuses.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { type ConfirmationKey, type ConfirmationRow, filedConfirmations } from "#db/queries/confirmations.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

const PAGE_SIZE = 50;

export type ConfirmationQuery = {
  readonly status: ConfirmationStatus | null;
  readonly type: ConfirmationType | null;
  /** 受付番号又は事業者名の一部。 */
  readonly words: string;
  readonly after: ConfirmationKey | null;
};

/** @returns 新しい順の一ページと、次のページの鍵 */
export async function listConfirmations(
  context: UseCaseContext,
  { after, words, ...query }: ConfirmationQuery,
): Promise<
  Result<{ readonly rows: readonly ConfirmationRow[]; readonly next: ConfirmationKey | null }, Refusal>
> {
  const { actor, database } = context;
  if (!mayDo(actor, "confirmation.list").allowed || actor.kind !== "staff")
    return refuse({ kind: "forbidden", action: "confirmation.list", reason: "role" });
  const everywhere = actor.assignments.some(({ role }) => role === "coordinator");
  const offices = everywhere ? null : officesOf(actor);
  const found = await filedConfirmations(
    database,
    { ...query, words: words.trim(), offices },
    after,
    PAGE_SIZE + 1,
  );
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  return ok({
    rows,
    next:
      found.length > PAGE_SIZE && last !== undefined && last.filedAt !== null
        ? { filedAt: last.filedAt, id: last.id }
        : null,
  });
}
