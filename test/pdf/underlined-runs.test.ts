/** 下線の切り分け。つなぐと元の行に戻り、下線のある文字は足した文字だけになる。 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { textDifference } from "#app/domain/text/text-difference.ts";
import { underlinedRuns } from "#pdf-templates/shared/underlined-runs.ts";

const MARK = "\u00ad";
const text = fc
  .array(fc.constantFrom("設備", "を", "足す。", "\n", "3台", " "), { maxLength: 12 })
  .map((all) => all.join(""));

it("折る目印をどこに入れても、足した文字だけに下線が付く", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = textDifference(before, after);
      const lines = after.split("\n").map((line) => line.split("").join(MARK));
      const runs = underlinedRuns(lines, MARK, parts);
      expect(runs.map((line) => line.map((run) => run.text).join(""))).toEqual(lines);
      const underlined = runs
        .flatMap((line) => line.filter((run) => run.underlined).map((run) => run.text))
        .join("")
        .replaceAll(MARK, "");
      const added = parts.filter(({ kind }) => kind === "added").map((part) => part.text);
      expect(underlined).toBe(added.join("").replaceAll("\n", ""));
    }),
  );
});
