import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOutTable } from "#pdf-templates/shared/table-layout.ts";

const WIDTH = 453;
const someColumns = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 5 }) }), {
  minLength: 1,
  maxLength: 24,
});

describe("表の列の割付け", () => {
  test.each([
    [1, 1],
    [6, 1],
    [7, 2],
    [12, 2],
    [16, 3],
  ])("%i列の表は%i段になる", (columns, tiers) => {
    const layout = layOutTable(
      Array.from({ length: columns }, () => ({ weight: 1 })),
      WIDTH,
    );
    expect(layout.tiers).toHaveLength(tiers);
    expect(layout.numbering > 0).toBe(tiers > 1);
  });

  test("どんな表でも、列は元の順に一度ずつ並び、どの段も隙間なく表の幅を満たす", () => {
    fc.assert(
      fc.property(someColumns, (columns) => {
        const { tiers, numbering } = layOutTable(columns, WIDTH);
        expect(tiers.flat().map(({ index }) => index)).toEqual(columns.map((_, index) => index));
        for (const tier of tiers) {
          let at = numbering;
          for (const { left, width } of tier) {
            expect(left).toBeCloseTo(at, 6);
            at += width;
          }
          expect(at).toBeCloseTo(WIDTH - 0.75, 6);
        }
      }),
    );
  });
});
