/** 書いている途中の決まりの変更: 次に開いたときに、この計画で変わることを知り、打ったものはそのままに続ける。 */
import { describe, expect, it } from "vitest";
import { loadDraft } from "#app/usecases/applications/load-own-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { editDraftRow } from "#app/usecases/rulebook/edit-draft-row.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import { draftEdition, publishDraft } from "#test/support/editions.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { logIn } from "#test/support/people.ts";
import { expectOk } from "#test/support/procedure.ts";
import { openHouse } from "./support/house.ts";
import { behindScreens, preparedDraft } from "./support/prepared-draft.ts";
import { sectionAt } from "./support/steps/application.ts";
import type { VisitorOptions } from "./support/visitor.ts";

const house = openHouse();

const on = "2026-12-01";

/** 一つの行の欄を変える。 */
async function change(
  editor: UseCaseContext,
  target: { readonly editionId: string; readonly table: TableName },
  wanted: Readonly<Record<string, string>>,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = expectOk(await openEditionTable(editor, target));
  const row = rows.find((one) =>
    Object.entries(wanted).every(([column, value]) => one.cells[column] === value),
  );
  if (row === undefined) throw new Error(`${target.table} に行がありません。`);
  expectOk(await editDraftRow(editor, { ...target, reason: "改正のため", ...row, cells }));
}

/** 局の長の職名と項目の一つを変えた版を、今日から施行する。 */
async function publishChange(label: string, headTitle: string): Promise<void> {
  const { portal } = house;
  const people = behindScreens(portal);
  const editor = await logIn(people, "administrator-1");
  const editionId = await draftEdition(people, on);
  await change(editor, { editionId, table: "offices" }, { code: "meti-tohoku" }, { headTitle });
  await change(
    editor,
    { editionId, table: "guidelineItems" },
    { id: "manufacturing-1-1" },
    { label: `${label}の項目` },
  );
  portal.clock.advance({ minutes: 1 });
  await publishDraft(people, editionId, { label, effectiveFrom: on });
}

const ways: readonly (readonly [string, VisitorOptions, string])[] = [
  ["JavaScript がないとき", { javaScript: false }, "東北産業局長"],
  ["電話の幅のとき", { viewport: { width: 390, height: 844 } }, "東北振興局長"],
];

describe.each(ways)("%s", (way, options, headTitle) => {
  it("知らせは区画でも申請の画面でも一度だけ出て、確かめた後も打ったものが残る", async () => {
    const application = await preparedDraft(house.portal, "aoba", manufacturing.answers);
    const answers = async () =>
      (
        await loadDraft(
          behindScreens(house.portal).context({ kind: "system", job: "test" }),
          application.split("/").at(-1) ?? "",
        )
      ).answers;
    const typed = await answers();
    const applicant = await house.arrive("aoba", options);
    const told = applicant.page.getByRole("heading", { name: /決まりが変わりました/u });
    await applicant.open(application);
    expect(await told.count()).toBe(0);

    const label = `${way}の版`;
    await publishChange(label, headTitle);
    await applicant.open(sectionAt(application, "company"));
    expect(await told.innerText()).toContain(label);
    const company = applicant.page.getByLabel("事業者の氏名又は名称", { exact: true });
    const name = await company.inputValue();
    expect(name).toContain("青葉精密製作所");

    await applicant.follow("この計画で変わったことを見る");
    const words = await applicant.text();
    expect(words).toMatch(new RegExp(`宛名が、「.+」から「${headTitle}」に変わりました。`, "u"));
    expect(words).toMatch(new RegExp(`項目「.+」は、「.*${label}の項目」になりました。`, "u"));
    await applicant.press("変更を確かめました");
    expect(await told.count()).toBe(0);
    expect(await applicant.text()).toContain("入力したものは、そのまま残っています");

    expect(await answers()).toEqual(typed);
    await applicant.open(sectionAt(application, "company"));
    expect(await told.count()).toBe(0);
    expect(await company.inputValue()).toBe(name);
    await applicant.open(`${application}/check`);
    expect(await applicant.text()).toContain(headTitle);
    await applicant.leave();
  });
});

describe("公布の後に", () => {
  it("指針の画面は、版が変わるまで 304 で答え、変われば新しい中身を返す", async () => {
    const ask = (tag: string) =>
      fetch(`${house.portal.origin}/guidelines/manufacturing`, { headers: { "If-None-Match": tag } });
    const first = await ask("");
    const tag = first.headers.get("ETag") ?? "";
    await first.text();
    expect([(await ask(tag)).status, first.headers.get("Cache-Control")]).toEqual([
      304,
      "private, max-age=300",
    ]);
    await publishChange("印の変わる版", "東北局長");
    const changed = await ask(tag);
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain("印の変わる版の項目");
  });
});
