/** 印字できない文字の知らせ。文字、符号位置、欄を言い、見えない文字で画面の文を崩さない。 */
import { describe, expect, it } from "vitest";
import {
  isVariant,
  unprintableIn,
  unprintableMessage,
  variantMessage,
} from "#app/domain/certification/unprintable.ts";
import { AOBA, noticeFor } from "#test/pdf/plan-fixtures.ts";

const missing = (character: string) => ({
  character,
  codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
});
const told = (notice: ReturnType<typeof noticeFor>, ...characters: readonly string[]) =>
  unprintableIn(notice, characters.map(missing)).map(unprintableMessage);

describe("印字できない文字の知らせ", () => {
  it.each([
    ["絵文字", "😀", "事業者の名称の「😀」（U+1F600）は、印字できる書体がありません。"],
    ["右から書く文字", "א", "事業者の名称の「א」（U+05D0）は、印字できる書体がありません。"],
    ["ハングル", "한", "事業者の名称の「한」（U+D55C）は、印字できる書体がありません。"],
    [
      "異体字の指定",
      "\u{e0100}",
      "事業者の名称に、印字できない字の形の指定（異体字セレクタ）（U+E0100）があります。",
    ],
    [
      "表示順を変える文字",
      "\u202e",
      "事業者の名称に、印字できない文字の並ぶ向きを変える、見えない文字（U+202E）があります。",
    ],
    ["幅のない空白", "\u200b", "事業者の名称に、印字できない見えない文字（U+200B）があります。"],
    ["制御文字", "\u0007", "事業者の名称に、印字できない見えない文字（U+0007）があります。"],
    ["外字", "\ue000", "事業者の名称に、印字できない外字（その端末だけの文字）（U+E000）があります。"],
    [
      "未割当て",
      "\u0378",
      "事業者の名称に、印字できない文字として決められていない符号（U+0378）があります。",
    ],
  ])("%sは、欄と符号位置を言う", (_kind, character, message) => {
    const notice = noticeFor({ ...AOBA, name: `株式会社${character}青葉` });
    expect(told(notice, character)).toEqual([message]);
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Variation_Selector}]/u);
  });

  it("同じ文字が二つの欄にあれば、欄ごとに言う", () => {
    const notice = noticeFor({ ...AOBA, address: "😀町", representative: "代表 😀" });
    expect(told(notice, "😀").map((line) => line.slice(0, 8))).toEqual([
      "事業者の住所の「",
      "代表者の役職名及",
    ]);
  });

  it.each([
    ["件名", { subject: "認定😀" }],
    ["本文", { body: ["認定します😀"] }],
    ["発信者", { signatory: { title: "局長😀", name: null, sealNote: "" } }],
    ["計画期間", { items: [{ label: "計画期間", value: "😀" }] }],
    ["記の項目の見出し", { items: [{ label: "😀", value: "値" }] }],
    ["文書番号", { documentNumber: "😀第1号" }],
  ] as const)("通知書の%sにあっても、どこかを言う", (label, changes) => {
    expect(told(noticeFor(AOBA, changes), "😀")).toEqual([
      `${label}の「😀」（U+1F600）は、印字できる書体がありません。`,
    ]);
  });
});

describe("基本の字形で印字することの知らせ", () => {
  it("字の形の指定が書体に無い字は、欄と字と指定を言う", () => {
    const notice = noticeFor({ ...AOBA, name: "葛\u{e0102}城商店" });
    const found = unprintableIn(notice, [{ character: "葛\u{e0102}", codePoint: "U+E0102" }]);
    expect(found.filter(isVariant).map(variantMessage)).toEqual([
      "事業者の名称の「葛\u{e0102}」は、指定された字の形（U+E0102）が書体に無いので、基本の字形で印字します。",
    ]);
  });

  it("前に字の無い指定と、ほかの印字できない文字は、この知らせにしない", () => {
    for (const character of ["\u{e0100}", "😀"]) expect(isVariant(missing(character))).toBe(false);
  });
});
