/** 引き継いだ番号が使っている、番号の系列と通し番号。 */
import { numberSeriesOf } from "../certification/document-number.ts";
import { serialOf } from "../certification/serial-of.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { RecordOf } from "./records.ts";

const RECEIPT = /^(?<year>\d{2})-(?<head>\d{4})-(?<tail>\d{3})\d$/u;

/** @returns 系列 → その系列で使われている最も大きな番号 */
export function handedSeries(
  rulebook: Rulebook,
  versions: readonly RecordOf<"versions">[],
): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  const raise = (series: string, serial: number): void =>
    void used.set(series, Math.max(used.get(series) ?? 0, serial));
  for (const { number, certifiedOn, office, receiptNumber } of versions) {
    const numbering = office === null ? undefined : rulebook.documentNumbering.get(office);
    if (office !== null && numbering !== undefined) {
      const serial = serialOf(numbering, certifiedOn, number);
      if (serial !== null) raise(numberSeriesOf(office, certifiedOn, numbering), serial);
    }
    const receipt = RECEIPT.exec(receiptNumber ?? "")?.groups;
    if (receipt !== undefined)
      raise(`receipt:20${receipt["year"]}`, Number(`${receipt["head"]}${receipt["tail"]}`));
  }
  return used;
}
