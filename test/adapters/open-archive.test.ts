/** 届いた zip を開く: どう壊れていても止まらず、壊れた中身を渡さない。 */
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openArchive } from "#app/adapters/rulebook-files/open-archive.server.ts";
import { readWorkbook } from "#app/adapters/spreadsheet/read-workbook.server.ts";
import { excelWorkbook } from "#test/support/excel-workbook.ts";

const limits = { entries: 20, unpackedBytes: 1024 * 1024 };
const text = "提出先,指針\n".repeat(40);
const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });

function damaged(whole: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Uint8Array.from(whole);
  for (const [at, value] of places) bytes[at % bytes.byteLength] = value;
  return bytes;
}

describe("zip", () => {
  it.each([0, 6] as const)("どのバイトを壊しても（圧縮 %i）、断るか、壊れていない中身を渡す", (level) => {
    const whole = zipSync({ "a.csv": strToU8(text), "b.csv": strToU8(`${text}末`) }, { level });
    fc.assert(
      fc.property(damage, fc.nat(), (places, cut) => {
        const bytes = damaged(whole, places);
        for (const given of [bytes, bytes.subarray(0, cut % bytes.byteLength)]) {
          const opened = openArchive(given, limits);
          if (!opened.ok) continue;
          for (const { bytes: body } of opened.value)
            expect(["", text, `${text}末`]).toContain(new TextDecoder().decode(body));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("ブックの中の XML をどう壊しても、止まらずに断るか、表を渡す", async () => {
    const book = excelWorkbook([
      {
        name: "局",
        rows: [
          ["識別子", "局の名前"],
          ["a", 1],
          [null, "い"],
        ],
      },
    ]);
    const opened = openArchive(book, limits);
    if (!opened.ok) throw new Error(opened.error);
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(), async (places, which) => {
        const parts = new Map(opened.value.map(({ name, bytes }) => [name, bytes]));
        const [name = "", bytes = new Uint8Array()] = [...parts][which % parts.size] ?? [];
        parts.set(name, damaged(bytes, places));
        const read = await readWorkbook("届いた.xlsx", parts);
        if (!read.ok) expect(read.error.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
