/** 認定通知書の受取りの記録を、表計算のファイル（CSV）に書き出す。 */
import type { SheetRow, SheetWriters } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { UseCaseContext } from "../context.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import type { Refusal } from "../refusals.ts";
import { downloadRecords } from "./download-records.ts";
import { type CertificateInRecord, readCertificate } from "./read-certificate.server.ts";

const headings: SheetRow = [
  "日時",
  "日時（UTC）",
  "受け取った人",
  "窓口",
  "文書番号",
  "版",
  "書類の指紋（SHA-256）",
];

/** @returns 文書番号と、CSV の中身。受け取れる通知書がまだなければ notFound */
export async function exportDownloads(
  context: UseCaseContext,
  tools: { readonly spreadsheets: SheetWriters; readonly storage: DocumentStorage },
  input: CertificateInRecord,
): Promise<Result<{ readonly number: string; readonly bytes: AsyncIterable<Uint8Array> }, Refusal>> {
  const read = await readCertificate(context, tools.storage, input);
  if (!read.ok) return read;
  const number = read.value.notice.documentNumber;
  const records = downloadRecords(read.value.history, context.actor.kind === "staff" ? "staff" : "applicant");
  await noteInAudit(context, "certificate.download", {
    kind: "certification",
    id: input.applicationId,
    details: { number, part: "downloads", rows: records.length },
  });
  return ok({ number, bytes: tools.spreadsheets.csv(sheetRows()) });

  async function* sheetRows(): AsyncGenerator<readonly SheetRow[]> {
    yield [headings];
    yield records.map(({ at, receiver, channel, edition, sha256 }) => [
      formatTokyoInstant(at),
      at,
      receiver,
      channel,
      number,
      `第${edition}版`,
      sha256,
    ]);
  }
}
