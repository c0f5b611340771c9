import { afterAll, describe, expect, test } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import { certificateCode, markedCode, writtenCode } from "#app/domain/certification/certificate-code.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { A4, MARGIN } from "#pdf-templates/shared/paper.ts";
import { qrPath } from "#pdf-templates/shared/qr-code.tsx";
import {
  fontsOf,
  hangingOf,
  inkRight,
  linesOf,
  pictureHash,
  propertiesOf,
  rendered,
  textOf,
} from "./pdf-inspection.ts";
import { AOBA, CREATED_AT, NISHIKAMI, YOSHIKAWA, noticeFor } from "./plan-fixtures.ts";

const pdf = createPdfRenderer({ threads: 0 });
afterAll(() => pdf.close());

const print = async (notice: CertificationNotice, createdAt = CREATED_AT) =>
  rendered(await pdf.render("certification-notice/v2", notice, { createdAt }));

const NOT_AT_LINE_START = "、。）」』ょっゃゅァィゥェォッャュョー々";
const NOT_AT_LINE_END = "（「『";

describe("認定通知書", () => {
  test.each([
    ["髙", AOBA],
    ["﨑", NISHIKAMI],
    ["𠮷", YOSHIKAWA],
  ])("%s のある名前と住所が、そのままの字で読み取れる", async (_character, addressee) => {
    const text = textOf((await print(noticeFor(addressee))).bytes);
    expect(text).toContain(addressee.address);
    expect(text).toContain(addressee.name);
    expect(text).toContain(`${addressee.representative}殿`.replaceAll(" ", ""));
  });

  test("文書番号、和暦の日付、発信者、件名、本文、記、以上が順に並ぶ", async () => {
    const text = textOf((await print(noticeFor(AOBA))).bytes);
    const parts = [
      "20261205東北第1号",
      "令和8年12月5日",
      AOBA.name,
      "東北経済産業局長",
      "（公印省略）",
      "経営力向上計画に係る認定について",
      "令和8年11月20日付けで申請のあった経営力向上計画については、中小企業等経営強化法第17条第1項の規定に基づき、認定します。",
      "記",
      "計画期間",
      "以上",
    ];
    const positions = parts.map((part) => text.indexOf(part));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  test.each([
    ["（公印省略）", null],
    ["（公印省略）", "﨑山 太郎"],
    ["（公印は、電子署名に代えて省略します。）", null],
  ])("発信者の職名、氏名（あれば）、%s は、どれも字の右の端が目に揃う", async (sealNote, name) => {
    const signatory = { title: "東北経済産業局長", name, sealNote };
    const { bytes } = await print(noticeFor(AOBA, { signatory }));
    const lines = linesOf(bytes);
    for (const words of [
      "20261205東北第1号",
      "東北経済産業局長",
      ...(name === null ? [] : [name]),
      sealNote,
    ]) {
      const line = lines.find(({ text }) => text === words);
      if (line === undefined) throw new Error(`${words} がありません。`);
      const right = inkRight(bytes, line);
      expect(right).toBeGreaterThan(A4.width - MARGIN.right - 3);
      expect(right).toBeLessThan(A4.width - MARGIN.right);
    }
  });

  test("折り返す公印の注記は、版面の中に置く", async () => {
    const sealNote = `（${"公印は、電子署名に代えて省略します。".repeat(3)}）`;
    const signatory = { title: "東北経済産業局長", name: null, sealNote };
    for (const line of linesOf((await print(noticeFor(AOBA, { signatory }))).bytes))
      expect(line.xMax).toBeLessThan(A4.width - MARGIN.right + 1);
  });

  test("第1版で凍結した通知書は、第1版の紙面のまま刷る", async () => {
    const first = { ...noticeFor(AOBA), templateVersion: "certification-notice/v1" };
    const { bytes } = rendered(await pdf.render("certification-notice/v1", first, { createdAt: CREATED_AT }));
    const seal = linesOf(bytes).find(({ text }) => text === "（公印省略）");
    expect(seal?.xMax).toBeCloseTo(A4.width - MARGIN.right, 1);
  });

  test("埋め込まれた書体だけを使い、どの文字も文字として読み取れる", async () => {
    const fonts = fontsOf((await print(noticeFor(YOSHIKAWA, { subject: "認定について ≒" }))).bytes);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, unicode: true });
    expect(fonts.map((font) => font.name).join()).not.toMatch(/Helvetica/u);
  });

  test("異体字の指定があれば、書体にあるその字形で描き、幅も行も変えない", async () => {
    const named = async (name: string) => (await print(noticeFor({ ...AOBA, name }))).bytes;
    const [plain, variant] = [await named("倦倦商店"), await named("倦倦\u{e0100}商店")];
    expect(linesOf(variant)).toEqual(linesOf(plain));
    expect(pictureHash(variant)).not.toEqual(pictureHash(plain));
    expect(textOf(await named("神\ufe00神商店"))).toContain("\ufa19神商店");
    expect(pictureHash(await named("亜\u{e0100}城商店"))).toEqual(pictureHash(await named("亜城商店")));
  });

  test("暗号化、JavaScript、外の物への参照、透明の重ねが無い", async () => {
    const { bytes } = await print(noticeFor(AOBA));
    expect(propertiesOf(bytes)).toMatchObject({ Encrypted: "no", JavaScript: "no" });
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/\/(?:URI|GoToR|Launch|Group|SMask)\b/u);
  });

  test("同じ値と同じ作成日時からは同じバイト列ができ、作成日時が違えば違う", async () => {
    const [first, second] = [await print(noticeFor(AOBA)), await print(noticeFor(AOBA))];
    expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
    expect(second.sha256).toBe(first.sha256);
    expect((await print(noticeFor(AOBA), "2026-12-06T06:00:00Z")).sha256).not.toBe(first.sha256);
  });

  test("表題と作成日時が記され、A4 一枚に収まる", async () => {
    const printed = await print(noticeFor(AOBA));
    expect(printed.pages).toBe(1);
    expect(printed.fileName).toBe("認定通知書_20261205東北第1号.pdf");
    expect(propertiesOf(printed.bytes)).toMatchObject({
      Title: "経営力向上計画に係る認定について（20261205東北第1号）",
      "Page size": "595.28 x 841.89 pts (A4)",
      Pages: "1",
    });
    expect(Buffer.from(printed.bytes).toString("latin1")).toContain("/Lang (ja-JP)");
    expect(Date.parse(propertiesOf(printed.bytes)["CreationDate"] ?? "")).toBe(Date.parse(CREATED_AT));
  });

  test.each([
    ["300文字の漢字の名称", "株式会社" + "東北髙度﨑精密𠮷".repeat(37)],
    ["300文字の空白の無い英字の名称", "W".repeat(300)],
    ["300文字の括弧ばかりの名称", "）".repeat(300)],
  ])("%sでも、余白の外に出ない", async (_name, name) => {
    const printed = await print(
      noticeFor({ name, address: "宮城県仙台市泉区明通".repeat(30), representative: `代表取締役 ${name}` }),
    );
    const lines = linesOf(printed.bytes);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(line.xMin).toBeGreaterThanOrEqual(MARGIN.left - 1);
      expect(line.xMax).toBeLessThanOrEqual(A4.width - MARGIN.right + 1 + hangingOf(line));
      expect(line.yMin).toBeGreaterThan(0);
      expect(line.yMax).toBeLessThan(A4.height);
    }
    expect(
      textOf(printed.bytes).match(new RegExp(/.$/u.exec(name)?.[0] ?? "", "gu"))?.length,
    ).toBeGreaterThan(60);
  });

  test("長い本文のどの行も、句読点や小書きの仮名で始まらず、開き括弧で終わらない", async () => {
    const sentence =
      "「行頭禁則（ぎょうとうきんそく）」とは、句読点、閉じ括弧、拗促音（きゃ・っ・ょ等）を行のはじめに置かないことをいい、サーバーや1,234,567円のような語や数も分けない。";
    const printed = await print(noticeFor(AOBA, { body: [sentence.repeat(12), `あ${sentence.repeat(12)}`] }));
    const lines = linesOf(printed.bytes).map((line) => line.text);
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) {
      expect(NOT_AT_LINE_START).not.toContain(line.slice(0, 1));
      expect(NOT_AT_LINE_END).not.toContain(line.slice(-1));
      expect(line).not.toMatch(/^[,\d]*,\d|\d,$/u);
    }
    expect(textOf(printed.bytes)).not.toMatch(/[-\u00ad]/u);
  });

  test("二枚以上になるときだけ、ページ番号が付く", async () => {
    const body = ["長い本文である。".repeat(200)];
    const long = await print(noticeFor(AOBA, { body }));
    expect(long.pages).toBe(2);
    expect(textOf(long.bytes, 2)).toContain("2/2");
    expect(textOf((await print(noticeFor(AOBA))).bytes)).not.toContain("1/1");
  });
});

describe("真正性の確認の案内", () => {
  const code = writtenCode(certificateCode(Uint8Array.from({ length: 24 }, (_, index) => index * 37)));
  const verification = { code, url: "https://keieiryoku.example.jp/verify/ABC" };

  test("本文の後に、確認の画面のアドレスと符号が、文字として読める", async () => {
    const text = textOf((await print(noticeFor(AOBA, { verification }))).bytes);
    expect(text.indexOf("以上")).toBeLessThan(text.indexOf("https://keieiryoku.example.jp/verify"));
    expect(text).toContain(`符号${code}`);
  });

  test("符号は PDF の属性にも残り、書き換えられた書類がどの通知書に基づくかが分かる", async () => {
    const { bytes } = await print(noticeFor(AOBA, { verification }));
    expect(writtenCode(markedCode(Buffer.from(bytes).toString("latin1")) ?? "")).toBe(code);
    const without = Buffer.from((await print(noticeFor(AOBA))).bytes).toString("latin1");
    expect(markedCode(without)).toBeNull();
  });

  test("QR は周りに4モジュールの余白を持ち、中の黒い四角は余白にはみ出さない", () => {
    const { path, modules } = qrPath(verification.url);
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/gu)].map(([, x, y, length]) => ({
      x: Number(x),
      y: Number(y),
      end: Number(x) + Number(length),
    }));
    expect(runs.length).toBeGreaterThan(100);
    expect((modules - 8 - 17) % 4).toBe(0);
    expect(Math.min(...runs.flatMap(({ x, y }) => [x, y]))).toBe(4);
    expect(Math.max(...runs.flatMap(({ end, y }) => [end, y + 1]))).toBe(modules - 4);
  });

  test("名前が長くて次の頁に続いても、案内は一まとまりのまま余白の中に収まる", async () => {
    const name = "株式会社" + "東北髙度﨑精密𠮷".repeat(37);
    const notice = noticeFor(
      { name, address: "宮城県仙台市泉区明通".repeat(30), representative: `代表取締役 ${name}` },
      { verification },
    );
    const lines = linesOf((await print(notice)).bytes);
    const shown = lines.filter(({ text }) => /verify|符号|真正性/u.test(text));
    expect(new Set(shown.map(({ page }) => page)).size).toBe(1);
    for (const line of shown) {
      expect(line.xMax).toBeLessThanOrEqual(A4.width - MARGIN.right + 1 + hangingOf(line));
      expect(line.yMax).toBeLessThan(A4.height - MARGIN.bottom + 10);
    }
  });
});

describe("認定通知書を断る場合", () => {
  test("書体に無い字があれば、その字を挙げて断る", async () => {
    const outcome = await pdf.render("certification-notice/v2", noticeFor({ ...AOBA, name: "株式会社😀" }), {
      createdAt: CREATED_AT,
    });
    expect(outcome).toEqual({
      ok: false,
      error: { kind: "missingGlyphs", characters: [{ character: "😀", codePoint: "U+1F600" }] },
    });
  });

  test.each([
    ["発行日が暦に無い", { issuedOn: "2026-02-30" }, "issuedOn"],
    ["文書番号が空", { documentNumber: "" }, "documentNumber"],
    ["本文が無い", { body: [] }, "body"],
    ["版が違う", { templateVersion: "certification-notice/v9" }, "templateVersion"],
  ])("%sなら、欄の名前を挙げて断る", async (_name, changes, path) => {
    const outcome = await pdf.render("certification-notice/v2", noticeFor(AOBA, changes), {
      createdAt: CREATED_AT,
    });
    expect(outcome).toMatchObject({ ok: false, error: { kind: "invalidData", issues: [{ path }] } });
  });

  test("知らない帳票の版は断る", async () => {
    const outcome = await pdf.render("certification-notice/v0", noticeFor(AOBA), { createdAt: CREATED_AT });
    expect(outcome).toEqual({
      ok: false,
      error: { kind: "unknownTemplate", templateId: "certification-notice/v0" },
    });
  });
});
