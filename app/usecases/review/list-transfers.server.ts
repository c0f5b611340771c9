/** 自分の局から移した申請と、自分の局へ移されて来た申請の跡。移した申請の中身は、もう見えない。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { officeTransfers } from "#db/queries/transfers.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type Transfer = {
  readonly sequence: number;
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly companyName: string;
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
  readonly byName: string;
  /** UTC の ISO 文字列。 */
  readonly at: string;
};

/** 一度に示す件数。 */
const MOST_SHOWN = 200;

/** @returns 新しい順。役割のない人は forbidden */
export async function listTransfers(
  context: UseCaseContext,
): Promise<Result<{ readonly sent: readonly Transfer[]; readonly received: readonly Transfer[] }, Refusal>> {
  const { actor } = context;
  const decision = mayDo(actor, "review.transfer");
  if (!decision.allowed || actor.kind !== "staff")
    return refuse({ kind: "forbidden", action: "review.transfer", reason: "role" });
  const { offices } = currentRulebook(context).rulebook;
  const nameOf = (code: string): string => offices.get(code)?.name ?? code;
  const read = async (side: "from" | "to"): Promise<readonly Transfer[]> => {
    const rows = await officeTransfers(context.database, side, officesOf(actor), MOST_SHOWN);
    return rows.map(({ transfer, receiptNumber, companyName }) => ({
      sequence: transfer.sequence,
      applicationId: transfer.applicationId,
      receiptNumber: receiptNumber ?? "",
      companyName,
      fromName: nameOf(transfer.fromOffice),
      toName: nameOf(transfer.toOffice),
      reason: transfer.reason,
      byName: transfer.transferredByName,
      at: transfer.transferredAt,
    }));
  };
  return ok({ sent: await read("from"), received: await read("to") });
}
