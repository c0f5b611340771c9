/** 後に施行される版との食い違い: この版の変更が、後の版の施行で元に戻るなら注意する。 */
import { describe, expect, it } from "vitest";
import { proveEdition } from "#app/domain/rulebook/proof.ts";
import type { RulebookTableRows } from "#app/domain/rulebook/tables.ts";
import { parsed } from "./first-edition.ts";

const { tables: base } = parsed;
type Office = RulebookTableRows["offices"][number];

const withOffice = (change: Partial<Office>): RulebookTableRows => ({
  ...base,
  offices: base.offices.map((row) => (row.code === "meti-tohoku" ? { ...row, ...change } : row)),
});
const [holiday] = base.holidays;
if (holiday === undefined) throw new Error("休日がありません。");
const addedHoliday = (name: string): RulebookTableRows => ({
  ...base,
  holidays: [...base.holidays, { ...holiday, date: "2027-12-29", name }],
});
const withoutHoliday: RulebookTableRows = { ...base, holidays: base.holidays.slice(1) };

const check = (draft: RulebookTableRows, ...later: readonly RulebookTableRows[]) => {
  const proof = proveEdition({ label: "直しの版", effectiveFrom: "2026-12-10" }, draft, {
    base,
    later: later.map((tables) => ({ label: "次の版", effectiveFrom: "2027-04-01", tables })),
  });
  const found = proof.checks.find(({ id }) => id === "laterEditions");
  if (found === undefined) throw new Error("点検がありません。");
  return { ...found, failed: proof.failed };
};

const renamed = withOffice({ headTitle: "東北産業局長" });

describe("後に施行される版", () => {
  it("直しの入っていない版があれば、どの欄が元に戻るかを注意し、公布は止めない", () => {
    const answer = check(renamed, base);
    expect(answer).toMatchObject({ outcome: "warn", found: 1, failed: false });
    const [finding] = answer.findings;
    expect(finding?.where).toContain("東北経済産業局");
    for (const words of ["2027-04-01", "次の版", "東北経済産業局長", "東北産業局長", "元に戻ります"])
      expect(finding?.message).toContain(words);
    expect(finding?.rows).toEqual([{ table: "offices", filters: { code: "meti-tohoku" } }]);
  });

  it.each([
    ["同じ直しが入っている", renamed, [renamed]],
    ["同じ欄を別に変えている", renamed, [withOffice({ headTitle: "東北局長" })]],
    [
      "その行を消している",
      renamed,
      [{ ...base, offices: base.offices.filter(({ code }) => code !== "meti-tohoku") }],
    ],
    ["足した行が入っている", addedHoliday("休日"), [addedHoliday("休日")]],
    ["消した行が消えている", withoutHoliday, [withoutHoliday]],
    ["後の版がない", renamed, []],
    ["何も変えていない", base, [renamed]],
  ] as const)("%sなら、何も言わない", (_name, draft, later) => {
    expect(check(draft, ...later)).toMatchObject({ outcome: "pass", found: 0 });
  });

  it.each([
    ["別の欄だけを変えた版", renamed, withOffice({ address: "仙台市青葉区" })],
    ["足した行のない版", addedHoliday("休日"), base],
    ["消した行の残る版", withoutHoliday, base],
  ] as const)("%sには注意する", (_name, draft, later) => {
    expect(check(draft, later)).toMatchObject({ outcome: "warn", found: 1 });
  });

  it("幾つもの後の版は、それぞれに注意する", () => {
    expect(check(renamed, base, renamed, base).found).toBe(2);
  });
});
