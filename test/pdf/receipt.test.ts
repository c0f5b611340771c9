import { afterAll, describe, expect, test } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import { fontsOf, rendered, textOf } from "./pdf-inspection.ts";
import { AOBA, CREATED_AT, receipt } from "./plan-fixtures.ts";

const pdf = createPdfRenderer({ threads: 0 });
afterAll(() => pdf.close());

const print = async (data = receipt()) =>
  rendered(await pdf.render("receipt/v1", data, { createdAt: CREATED_AT }));

describe("受付票", () => {
  test("受付番号、東京の受付日時、申請者、提出先、処理の説明が入る", async () => {
    const printed = await print();
    const text = textOf(printed.bytes);
    for (const part of [
      "26-0000-1235",
      "電話では「にろく、ゼロゼロゼロゼロ、いちにさんご」とお読みください",
      "令和8年11月20日午後3時04分",
      AOBA.name,
      "東北経済産業局長",
      "東北経済産業局（東北経済産業局長殿）",
      "髙橋健一",
      "14業務日",
      "令和8年12月11日",
    ]) {
      expect(text).toContain(part);
    }
    expect(printed.fileName).toBe("受付票_26-0000-1235.pdf");
  });

  test.each([
    ["2026-11-20T15:30:00Z", "令和8年11月21日午前0時30分"],
    ["2026-11-20T03:00:00Z", "令和8年11月20日午後0時00分"],
    ["2019-04-30T15:00:00Z", "令和元年5月1日午前0時00分"],
  ])("%s は %s と書く", async (filedAt, written) => {
    expect(textOf((await print(receipt({ filedAt }))).bytes)).toContain(written);
  });

  test("受け取ったすべての節と、添付書類の名前・大きさ・SHA-256 が入る", async () => {
    const data = receipt();
    const text = textOf((await print(data)).bytes);
    for (const section of data.sections) expect(text).toContain(section.title);
    for (const attachment of data.attachments) {
      expect(text).toContain(attachment.kindName);
      expect(text).toContain(attachment.fileName);
      expect(text).toContain(attachment.sha256);
    }
    expect(text).toContain("482,113");
  });

  test("添付書類が無ければ、無いと書く", async () => {
    expect(textOf((await print(receipt({ attachments: [] }))).bytes)).toContain("（なし）");
  });

  test("埋め込まれない書体が無い", async () => {
    for (const font of fontsOf((await print()).bytes)) expect(font).toMatchObject({ embedded: true });
  });

  test("時差の無い日時や、桁の足りないハッシュは断る", async () => {
    const [attachment] = receipt().attachments;
    for (const changes of [
      { filedAt: "2026-11-20T06:04:00" },
      { attachments: [{ kindName: "種類", fileName: "a.pdf", size: 1, ...attachment, sha256: "abc" }] },
    ]) {
      const outcome = await pdf.render("receipt/v1", receipt(changes), { createdAt: CREATED_AT });
      expect(outcome).toMatchObject({ ok: false, error: { kind: "invalidData" } });
    }
  });
});
