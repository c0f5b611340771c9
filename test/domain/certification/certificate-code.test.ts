import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certificateCode,
  CODE_RANDOM_BYTES,
  codeMark,
  markedCode,
  readCertificateCode,
  writtenCode,
} from "#app/domain/certification/certificate-code.ts";

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const random = fc.uint8Array({ minLength: CODE_RANDOM_BYTES, maxLength: CODE_RANDOM_BYTES });

describe("認定通知書の確認の符号", () => {
  it("乱数の部分は 128 ビットより大きい", () => {
    expect(Math.log2(LETTERS.length) * 27).toBeGreaterThan(128);
  });

  it("紙のとおりに打っても、小文字・全角・空白・別の線で打っても、同じ符号として読める", () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = certificateCode(bytes);
        const written = writtenCode(code);
        expect(written).toMatch(/^([2-9A-Z]{4}-){6}[2-9A-Z]{4}$/u);
        const wide = written.replaceAll(/[!-~]/gu, (letter) =>
          String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
        );
        for (const typed of [
          written,
          code,
          written.toLowerCase(),
          ` ${written} `,
          wide,
          written.replaceAll("-", "ー"),
        ])
          expect(readCertificateCode(typed)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it("一字の打ち間違いと、隣どうしの入替えは、必ず見つかる", () => {
    fc.assert(
      fc.property(random, fc.nat(27), fc.constantFrom(...Array.from(LETTERS)), (bytes, place, letter) => {
        const code = certificateCode(bytes);
        const mistyped = code.slice(0, place) + letter + code.slice(place + 1);
        if (mistyped !== code) expect(readCertificateCode(mistyped)).toEqual({ ok: false, error: "typo" });
        const swapped = code.replace(new RegExp(`^(.{${Math.min(place, 25)}})(.)(.)`, "u"), "$1$3$2");
        if (swapped !== code) expect(readCertificateCode(swapped)).toEqual({ ok: false, error: "typo" });
      }),
    );
  });

  it.each(["", "ABCD", "O0I1-".repeat(7), "あ".repeat(28), "A".repeat(10_000), "%00"])(
    "符号でない文字（%s）は、形が違うと答える",
    (typed) => expect(readCertificateCode(typed)).toEqual({ ok: false, error: "shape" }),
  );

  it("異なる乱数からは、異なる符号ができる", () => {
    const codes = Array.from({ length: 1000 }, (_, index) =>
      certificateCode(Uint8Array.from({ length: 24 }, (_unused, place) => (index >> (place * 8)) & 255)),
    );
    expect(new Set(codes).size).toBe(1000);
  });

  it("PDF の属性の印から読み取れ、崩れた印からは読み取らない", () => {
    const written = writtenCode(certificateCode(new Uint8Array(24).fill(9)));
    expect(markedCode(`(…) /Keywords (${codeMark(written)})`)).toBe(written.replaceAll("-", ""));
    expect(markedCode(codeMark(written.replace(/.$/u, "")))).toBeNull();
    expect(markedCode("ありません")).toBeNull();
  });
});
