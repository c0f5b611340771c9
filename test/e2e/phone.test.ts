/** 電話の幅（390px）と、200% に拡大した幅で、どの画面も横にはみ出さず、使いやすさの検査に通る。 */
import { describe, expect, it } from "vitest";
import { planSections } from "#app/domain/plan/sections.ts";
import { seedDemonstration } from "../../scripts/demonstration/seed-demonstration.ts";
import { openHouse } from "./support/house.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { preparedDraft } from "./support/prepared-draft.ts";
import { sectionAt } from "./support/steps/application.ts";
import { accountOf, type Person } from "./support/steps/log-in.ts";
import type { Visitor } from "./support/visitor.ts";

const house = openHouse(seedDemonstration);
const phone = { viewport: { width: 390, height: 844 } } as const;

/** 開くだけで、はみ出しと使いやすさが調べられる。 */
async function expectAllToFit(visitor: Visitor, paths: readonly string[], status = 200): Promise<void> {
  for (const path of paths) expect(await visitor.open(path), path).toMatchObject({ status });
}

const openFirst = (visitor: Visitor, name: string | RegExp) =>
  visitor.moving(() => visitor.page.getByRole("link", { name }).first().click());

describe("電話の幅で", () => {
  it("誰でも見られる画面", async () => {
    const visitor = await house.visit(phone);
    await expectAllToFit(visitor, [
      "/",
      "/lookup",
      "/lookup?industry=4711&prefecture=28",
      "/login",
      "/login/staff",
    ]);
    await expectAllToFit(visitor, ["/ない画面"].map(encodeURI), 404);
    await visitor.leave();
  });

  it.each([
    ["電話", phone],
    ["200% に拡大した窓", { viewport: { width: 640, height: 450 } }],
  ])("書き終えた申請者の画面（%s）", async (_name, looks) => {
    const draft = await preparedDraft(house.portal, "aoba", manufacturing.answers);
    const visitor = await house.arrive("aoba", looks);
    const home = `/c/${accountOf("aoba").companyKey}`;
    await expectAllToFit(visitor, [
      home,
      `${home}/notifications`,
      `${home}/applications/new`,
      `${home}/applications/change`,
      draft,
      `${draft}/check`,
      `${draft}/attachments`,
      `${draft}/screening`,
      ...planSections.map(({ id }) => sectionAt(draft, id)),
    ]);
    await visitor.leave();
  });

  it("申請した後の画面", async () => {
    const visitor = await house.arrive("seishin", phone);
    const { path } = await openFirst(visitor, /^\d{2}-/u);
    await expectAllToFit(visitor, [`${path}/receipt`, `${path}/withdraw`]);
    await visitor.leave();
  });

  it("審査の画面", async () => {
    const visitor = await house.arrive("kinkiSeibiReviewer", phone);
    const { path } = await openFirst(visitor, /^\d{2}-/u);
    await expectAllToFit(visitor, ["/review/awaiting", "/review/notifications"]);
    await expectAllToFit(visitor, [`${path}/return`, `${path}/propose`]);
    await expectAllToFit(visitor, [`${path}/accept`], 409);
    await visitor.leave();
  });

  it.each<readonly [Person, readonly string[]]>([
    [
      "administrator",
      [
        "/admin/mails",
        "/admin/mails?state=pending",
        "/admin/jobs",
        "/admin/rulebook",
        "/admin/accounts",
        "/admin/accounts?number=7990001000001",
        "/admin/staff",
        "/admin/staff/groups",
        "/account/sessions",
      ],
    ],
    ["auditor", ["/admin/audit"]],
  ])("操作者の画面（%s）", async (person, paths) => {
    const visitor = await house.arrive(person, phone);
    await expectAllToFit(visitor, paths);
    await visitor.leave();
  });
});
