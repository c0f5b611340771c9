/** 受付番号。電話で読み合わせるときの言い間違いと聞き間違いが、検査数字で分かることを確かめる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReceiptNumber, receiptNumber, spokenReceiptNumber } from "#app/domain/plan/receipt-number.ts";

const aReceiptNumber = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 9_999_999 }))
  .map(([year, n]) => receiptNumber(year, n));

/** ハイフンを飛ばして n 番目の数字の位置。 */
const digitPositions = (number: string): readonly number[] =>
  Array.from(number).flatMap((character, index) => (character === "-" ? [] : [index]));

describe("受付番号", () => {
  it.each([
    [2026, 1, "26-0000-0018"],
    [2026, 2, "26-0000-0026"],
    [2026, 123_456, "26-0123-4566"],
    [2031, 9_999_999, "31-9999-9990"],
  ])("%i年度の%i件目は %s", (year, n, expected) => {
    expect(receiptNumber(year, n)).toBe(expected);
  });

  it("どの番号も形が揃い、自分の検査数字に合う", () => {
    fc.assert(
      fc.property(aReceiptNumber, (number) => {
        expect(number).toMatch(/^\d{2}-\d{4}-\d{4}$/u);
        expect(isReceiptNumber(number)).toBe(true);
      }),
    );
  });

  it("一桁の間違いは必ず分かる", () => {
    fc.assert(
      fc.property(aReceiptNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const at = digitPositions(number)[place] ?? 0;
        const wrong = (Number(number[at]) + shift) % 10;
        expect(isReceiptNumber(`${number.slice(0, at)}${wrong}${number.slice(at + 1)}`)).toBe(false);
      }),
    );
  });

  it("隣り合う二桁の入替えは、0と9の入替えのほかは必ず分かる", () => {
    fc.assert(
      fc.property(aReceiptNumber, fc.nat(8), (number, place) => {
        const [left = 0, right = 0] = digitPositions(number).slice(place, place + 2);
        const pair = [number[left], number[right]];
        fc.pre(pair[0] !== pair[1] && !["09", "90"].includes(pair.join("")));
        const swapped = number.split("");
        swapped[left] = pair[1] ?? "";
        swapped[right] = pair[0] ?? "";
        expect(isReceiptNumber(swapped.join(""))).toBe(false);
      }),
    );
  });

  it.each(["", "26-0000-001", "26-0000-00A8", "受付番号"])("%j は受付番号ではない", (text) => {
    expect(isReceiptNumber(text)).toBe(false);
  });
});

describe("電話での読み方", () => {
  it("聞き違えやすい数は、聞き違えない言い方にし、組の間で息を入れる", () => {
    expect(spokenReceiptNumber("26-0479-1385")).toBe("に ろく、ゼロ よん なな きゅう、いち さん はち ご");
  });

  it("どの番号も、聞き違えやすい言い方を使わず、読めば元の数字に戻る", () => {
    const digits = ["ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"];
    fc.assert(
      fc.property(aReceiptNumber, (number) => {
        const spoken = spokenReceiptNumber(number);
        const heard = spoken.split(/[ 、]/u).map((word) => digits.indexOf(word));
        expect(heard.join("")).toBe(number.replaceAll("-", ""));
      }),
    );
  });
});
