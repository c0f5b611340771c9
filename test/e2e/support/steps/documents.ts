/** 書類の受取り: PDF を受け取り、受け取った人の道具（pdftotext）で読む。 */
import { expect } from "vitest";
import { textOf } from "#test/pdf/pdf-inspection.ts";
import type { Visitor } from "../visitor.ts";

/** リンクの先の PDF を受け取る。 */
export async function downloadPdf(visitor: Visitor, link: string | RegExp): Promise<Uint8Array> {
  const href = await visitor.page.getByRole("link", { name: link, exact: true }).getAttribute("href");
  const answer = await visitor.context.request.get(new URL(href ?? "", visitor.page.url()).href);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return answer.body();
}

/** PDF の全部の文字。空白と改行は除く。 */
export const pdfText = (bytes: Uint8Array): string => textOf(bytes);

/** 申請の画面から、認定通知書を受け取る。 */
export async function downloadCertificate(visitor: Visitor, application: string): Promise<Uint8Array> {
  await visitor.open(application);
  return downloadPdf(visitor, "認定通知書（PDF）を開く");
}
