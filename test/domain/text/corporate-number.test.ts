import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corporateNumberCheckDigit, parseCorporateNumber } from "#app/domain/text/corporate-number.ts";

const REAL = [
  ["経済産業省", "4000012090001"],
  ["国税庁", "7000012050002"],
  ["デジタル庁", "8000012010038"],
  ["外務省", "9000012040001"],
  ["島根県", "1000020320005"],
  ["愛媛県", "1000020380008"],
  ["石巻市", "1000020042021"],
  ["楢葉町", "1000020075426"],
  ["富岡町", "1000020075434"],
  ["トヨタ自動車株式会社", "1180301018771"],
  ["株式会社日立製作所", "7010001008844"],
  ["財務省", "8000012050001"],
  ["総務省", "2000012020001"],
  ["文部科学省", "7000012060001"],
  ["厚生労働省", "6000012070001"],
  ["農林水産省", "5000012080001"],
  ["国土交通省", "2000012100001"],
  ["環境省", "1000012110001"],
  ["警察庁", "8000012130001"],
  ["金融庁", "6000012010023"],
] as const;

const SAMPLES = [
  "5111101000006",
  "4111101000007",
  "8040001999013",
  "2040001999902",
  "3040001999901",
  "2100001010003",
  "9380001010002",
  "7990001000001",
  "6990001000002",
  "5990001000003",
  "6990001000019",
  "6990001000010",
  "6990002000001",
  "5990003000001",
  "9990099999999",
  "7123456789012",
];

const REFUSED = [
  ["2180301018771", "checkDigit"],
  ["2180001015846", "checkDigit"],
  ["5180301018778", "checkDigit"],
  ["5000012090001", "checkDigit"],
  ["4000012090002", "checkDigit"],
  ["4000021090001", "checkDigit"],
  ["2710100718279", "checkDigit"],
  ["1234567890123", "checkDigit"],
  ["3000000000003", "checkDigit"],
  ["0000000000000", "checkDigit"],
  ["0111101000006", "checkDigit"],
  ["400001209000", "length"],
  ["40000120900012", "length"],
  ["", "empty"],
  ["　 - ", "empty"],
  ["40000120900O1", "notDigits"],
  ["4000012.90001", "notDigits"],
  ["株式会社", "notDigits"],
] as const;

const base = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  .map((digits) => digits.join(""));
const number = base.map((digits) => `${String(corporateNumberCheckDigit(digits))}${digits}`);

describe("法人番号 (平成26年財務省令第70号 第2条)", () => {
  it.each(REAL)("%s の法人番号 %s を受け取る", (_name, text) => {
    expect(parseCorporateNumber(text)).toEqual({ ok: true, value: text });
  });

  it.each(SAMPLES)("公表された見本・試験用の番号 %s を受け取る", (text) => {
    expect(parseCorporateNumber(text)).toEqual({ ok: true, value: text });
  });

  it.each(REFUSED)("「%s」は %s で断る", (text, reason) => {
    expect(parseCorporateNumber(text)).toEqual({ ok: false, error: reason });
  });

  it.each([
    "４０００012090001",
    "4-0000-1209-0001",
    "4 0000 1209 0001",
    "　4000012090001　",
    "4‐0000−1209ー0001",
  ])("「%s」は半角13桁に揃える", (text) => {
    expect(parseCorporateNumber(text)).toEqual({ ok: true, value: "4000012090001" });
  });

  it.each(["T4000012090001", "Ｔ４００００１２０９０００１"])(
    "登録番号「%s」の T は、許す欄でだけ外す",
    (text) => {
      expect(parseCorporateNumber(text, { invoicePrefix: true })).toEqual({
        ok: true,
        value: "4000012090001",
      });
      expect(parseCorporateNumber(text)).toEqual({ ok: false, error: "notDigits" });
    },
  );

  it.each([
    ["4000012090001", "4900012090001"],
    ["7000012050002", "7900012050002"],
    ["4000012090001", "4000012900001"],
  ])("%s を %s と打った誤りは検査用数字では見つからない", (_original, mistyped) => {
    expect(parseCorporateNumber(mistyped).ok).toBe(true);
  });

  it("重み付き和が 74 のとき検査用数字は 7 になる", () => {
    expect(corporateNumberCheckDigit("123456789012")).toBe(7);
  });

  it("検査用数字は 1 から 9 で、ほかの数字に替えると必ず断られる", () => {
    fc.assert(
      fc.property(base, fc.integer({ min: 0, max: 9 }), (digits, other) => {
        const check = corporateNumberCheckDigit(digits);
        expect(check).toBeGreaterThanOrEqual(1);
        expect(check).toBeLessThanOrEqual(9);
        expect(parseCorporateNumber(`${String(other)}${digits}`).ok).toBe(other === check);
      }),
    );
  });

  it("一桁の打ち間違いは 0 と 9 の取り違えを除き必ず見つかる", () => {
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 9 }),
        (text, at, digit) => {
          const typed = `${text.slice(0, at)}${String(digit)}${text.slice(at + 1)}`;
          const undetectable = (Number(text.charAt(at)) - digit) % 9 === 0;
          expect(parseCorporateNumber(typed).ok).toBe(undetectable);
        },
      ),
    );
  });

  it("揃えた番号をもう一度読んでも変わらない", () => {
    fc.assert(
      fc.property(number, (text) => {
        const grouped = text.replace(/(\d{4})(?=\d)/gu, "$1－");
        expect(parseCorporateNumber(grouped)).toEqual({ ok: true, value: text });
      }),
    );
  });
});
