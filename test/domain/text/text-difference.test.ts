/** 文章の違い。日本語の単語で切れ、読める一続きになり、前と後の文章に必ず戻せる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TextPart, textDifference } from "#app/domain/text/text-difference.ts";

/** 消した所を［－］、足した所を［＋］で囲んだ一行。 */
const marked = (parts: readonly TextPart[]): string =>
  parts
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "removed" ? `［－${text}］` : `［＋${text}］`,
    )
    .join("");

describe("文章の違い", () => {
  it.each([
    ["同じ文章", "夜間の無人運転を延ばす。", "夜間の無人運転を延ばす。", "夜間の無人運転を延ばす。"],
    [
      "足した文",
      "無人運転を延ばす。",
      "無人運転を延ばす。今は1日2時間。",
      "無人運転を延ばす。［＋今は1日2時間。］",
    ],
    ["消した言葉", "段取り替え時間の大幅な短縮", "段取り替え時間の短縮", "段取り替え時間の［－大幅な］短縮"],
    ["直した言葉", "売上高は増加した", "売上高は減少した", "売上高は［－増加］［＋減少］した"],
    ["空から", "", "新しく書いた", "［＋新しく書いた］"],
    ["空へ", "前の文章", "", "［－前の文章］"],
    ["行の追加", "一行目\n", "一行目\n二行目\n", "一行目\n［＋二行目\n］"],
  ])("%s", (_name, before, after, expected) => {
    expect(marked(textDifference(before, after))).toBe(expected);
  });

  it("助詞だけが同じ書直しは、一続きの違いになる", () => {
    expect(marked(textDifference("人材の育成を行う", "設備の更新を行う"))).toBe(
      "［－人材の育成］［＋設備の更新］を行う",
    );
  });

  const sentence = fc
    .array(
      fc.constantFrom("設備", "の", "更新", "を", "行う", "。", "売上", "は", "1,200", "\n", "髙橋", "𠮷川"),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(""));
  it("どの文章でも、前と後に戻せ、続く違いは一組で、自分との違いはない", () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const parts = textDifference(before, after);
        const without = (kind: TextPart["kind"]) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
        expect(parts.every(({ text }) => text !== "")).toBe(true);
        expect(parts.some((part, index) => part.kind === parts[index + 1]?.kind)).toBe(false);
        expect(textDifference(before, before).every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  it("とても長い文章でも、文の単位で比べて終わる", () => {
    const long = "設備を更新し、生産性を高める。".repeat(2_000);
    const parts = textDifference(long, `${long}人材を育てる。`);
    expect(parts.at(-1)).toEqual({ kind: "added", text: "人材を育てる。" });
    expect(parts).toHaveLength(2);
  });
});
