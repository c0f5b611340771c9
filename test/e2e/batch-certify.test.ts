/** まとめて決裁: 50 件を選び、確かめ、3 件のほかが認定され、送り直しても同じ結果になる。 */
import { expect, it } from "vitest";
import { contextFor } from "#app/http/guard.server.ts";
import { proposeDecision } from "#app/usecases/review/propose-decision.server.ts";
import { returnForCorrection } from "#app/usecases/review/return-for-correction.server.ts";
import { sendBackProposal } from "#app/usecases/review/send-back-proposal.server.ts";
import { certifications } from "#db/schema/index.ts";
import { current, expectOk } from "#test/support/procedure.ts";
import { proposedPlans } from "#test/support/proposed-plans.ts";
import { openHouse } from "./support/house.ts";
import { contextOf } from "./support/prepared-record.ts";

const house = openHouse();

it("50 件のうち 3 件ができなくても、47 件が認定され、もう一度送っても変わらない", async () => {
  const [reviewer, chief] = [
    await contextOf(house.portal, "tohokuReviewer"),
    await contextOf(house.portal, "tohokuManager"),
  ];
  const { services } = house.portal;
  const [declining, sentBack, moving] = await proposedPlans(
    { services, context: (actor) => contextFor(services, actor, "batch") },
    50,
  );
  if (declining === undefined || sentBack === undefined || moving === undefined)
    throw new Error("申請が足りません。");
  expectOk(
    await proposeDecision(reviewer, { ...declining, outcome: "decline", ground: "根拠が確かめられない" }),
  );
  expectOk(await sendBackProposal(chief, { ...sentBack, reason: "時期を確かめてください" }));

  const manager = await house.arrive("tohokuManager", { javaScript: false });
  await manager.open("/review?view=none");
  const boxes = manager.page.locator('input[name="pick"]');
  expect(await boxes.count()).toBe(50);
  for (const box of await boxes.all()) await box.check();
  await manager.press("まとめて認定する");
  expect(await manager.text()).toContain("50件のうち2件はできません");
  expect(await manager.text()).toContain("起案は「不認定」です。");

  // 確かめた後に、ほかの人が差し戻す。
  const comments = [{ section: "company", field: "name", kind: "wrong", text: "登記のとおりに" }] as const;
  expectOk(
    await returnForCorrection(reviewer, { ...(await current(reviewer, moving.applicationId)), comments }),
  );
  await manager.press("48件を認定する");
  const outcome = await manager.text();
  expect(outcome).toContain("47件が終わりました。3件はできませんでした");
  expect(outcome.match(/できました(?!。)/gu) ?? []).toHaveLength(47);
  for (const reason of [
    "起案は「不認定」です。",
    "まだ起案がありません。",
    "選んだ後に、ほかの人が変更しました。",
  ])
    expect(outcome).toContain(reason);

  await manager.moving(() => manager.page.reload());
  expect(await manager.text()).toBe(outcome);
  expect(services.database.reader.select().from(certifications).all()).toHaveLength(47);
  await manager.leave();
});
