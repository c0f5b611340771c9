/** 画面の認定通知書は、PDF と同じ文字が同じ順に並ぶ。PDF の文字は、受け取る人の道具（pdftotext）で読む。 */
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, describe, expect, test } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import { certificateCode, writtenCode } from "#app/domain/certification/certificate-code.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { CertificateLetter } from "#app/ui/certificate/CertificateLetter.tsx";
import { elementsOf, textOf as wordsOf } from "#test/ui/markup.ts";
import { rendered, textOf } from "./pdf-inspection.ts";
import { AOBA, CREATED_AT, NISHIKAMI, YOSHIKAWA, noticeFor } from "./plan-fixtures.ts";

const pdf = createPdfRenderer({ threads: 0 });
afterAll(() => pdf.close());

const page = (notice: CertificationNotice): string =>
  renderToStaticMarkup(<CertificateLetter notice={notice} />);
const verification = {
  code: writtenCode(certificateCode(Uint8Array.from({ length: 24 }, (_, index) => index * 37))),
  url: "https://keieiryoku.example.jp/verify/ABC",
};

describe("画面で読む認定通知書", () => {
  test.each<[string, CertificationNotice]>([
    ["確認の案内のある通知書", noticeFor(AOBA, { verification })],
    ["確認の案内の無い、発行の前の控え", noticeFor(NISHIKAMI)],
    ["代表者の無い個人事業主", noticeFor({ ...YOSHIKAWA, representative: "" }, { verification })],
    [
      "発信者の氏名があり、公印の注記の無い通知書",
      noticeFor(AOBA, { signatory: { title: "東北経済産業局長", name: "﨑山 太郎", sealNote: "" } }),
    ],
    ["記の項目の無い通知書", noticeFor(AOBA, { items: [], verification })],
    ["段落の多い、字下げした本文", noticeFor(AOBA, { body: ["　記号 <&> \"'を含む文。", "次の段落。"] })],
  ])("%sの文字は、PDF と同じ順に同じだけある", async (_name, notice) => {
    const { bytes } = rendered(await pdf.render(notice.templateVersion, notice, { createdAt: CREATED_AT }));
    expect(wordsOf(page(notice)).replaceAll(/\s/gu, "")).toBe(textOf(bytes));
  });

  test("件名と記は見出し、項目は見出しと値の一覧で、確認の画面へ進める", () => {
    const html = page(noticeFor(AOBA, { verification }));
    const elements = elementsOf(html);
    expect(elements.flatMap(({ tag }) => (/^(?:h\d|dl|dt|dd)$/u.test(tag) ? [tag] : []))).toEqual([
      "h2",
      "h3",
      "dl",
      "dt",
      "dd",
      "dt",
      "dd",
    ]);
    expect(elements.find(({ tag }) => tag === "a")?.attributes["href"]).toBe(verification.url);
    const groups = elements.flatMap(({ attributes }) => attributes["aria-label"] ?? []);
    expect(groups).toEqual(["宛先", "発信者", "真正性の確認"]);
  });
});
