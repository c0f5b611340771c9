/** 計画の画面: いまの版、設備の取得、会社と局の見え方、局の一覧。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as companyHome } from "#app/routes/applicant/company.tsx";
import { loader as companyPlan } from "#app/routes/applicant/plan.tsx";
import {
  action as recordEquipment,
  loader as openRecordPage,
} from "#app/routes/applicant/plan-equipment.tsx";
import { loader as versionPage } from "#app/routes/applicant/plan-version.tsx";
import { loader as officePlan } from "#app/routes/reviewer/plan.tsx";
import { loader as officePlans } from "#app/routes/reviewer/plans.tsx";
import { openOfficePlan, openOwnPlan } from "#app/usecases/plans/open-plan.server.ts";
import { recordAcquisition } from "#app/usecases/plans/record-acquisition.server.ts";
import { findPlan } from "#db/queries/plans.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";
import { createTestClock } from "#test/support/test-clock.ts";

let portal: TestServices;
let certified: Certified;
let own: { readonly companyKey: string; readonly planId: string };
let cookies: { readonly company: string; readonly office: string };
beforeAll(async () => {
  portal = await startTestServices({ clock: createTestClock("2026-12-01T01:00:00.000Z") });
  certified = await certifiedPlan(portal);
  own = { companyKey: certified.companyKey, planId: certified.applicationId };
  cookies = {
    company: await applicantCookie(portal),
    office: await staffCookie(portal, "office:meti-tohoku:officeManager"),
  };
}, 60_000);
afterAll(() => portal.close());

type Loader<T> = Parameters<typeof load<T>>[0];

async function open<T>(loader: (args: never) => Promise<T>, path: string, cookie: string) {
  const url = new URL(path, "http://portal.test");
  const parts = url.pathname.split("/");
  const answer = await load(loader as Loader<T>, portal.loadContext, path, {
    params: {
      ...(path.startsWith("/c/") ? { company: own.companyKey } : {}),
      plan: own.planId,
      row: parts.at(-1),
      version: parts.at(-1),
    },
    headers: { Cookie: cookie },
  });
  if (answer instanceof Response) throw new Error(`断られました: ${answer.status}`);
  return answer;
}

const planRoot = () => `/c/${own.companyKey}/plans/${own.planId}`;

describe("会社の計画の画面", () => {
  it("会社の入口に、計画が様子と実施時期とともに並ぶ", async () => {
    const { plans } = await open(companyHome, `/c/${own.companyKey}`, cookies.company);
    expect(plans).toEqual([
      expect.objectContaining({ id: own.planId, number: certified.number, state: "running", version: 1 }),
    ]);
  });

  it("いまの版の内容を様式の順に示し、認定通知書と大事な日付を添える", async () => {
    const { view } = await open(companyPlan, planRoot(), cookies.company);
    expect(view.versions).toEqual([
      expect.objectContaining({
        title: "第1版",
        kind: "新規の認定",
        number: certified.number,
        certificate: `/c/${own.companyKey}/certificates/${encodeURIComponent(certified.number)}.pdf`,
      }),
    ]);
    expect(view.document?.sections[0]?.id).toBe("company");
    expect(view.dates.map(({ key }) => key)).toContain("end");
    expect(view.dates[0]?.note).toMatch(/^あと\d+日$/u);
  });

  it("第1版の画面は、比べる前の版がないことを示す", async () => {
    const { view } = await open(versionPage, `${planRoot()}/versions/1`, cookies.company);
    expect(view).toMatchObject({ title: "第1版", before: null, sections: [] });
  });

  it("よその会社には、計画は無い", async () => {
    const other = await logIn(portal, "sakiyama@seishin.example.jp");
    const companyKey = other.actor.kind === "applicant" ? other.actor.companyKey : "";
    expect(refusalOf(await openOwnPlan(other, { companyKey, planId: own.planId })).kind).toBe("notFound");
    expect(refusalOf(await openOwnPlan(other, own)).kind).toBe("notFound");
  });
});

describe("設備の取得の記録", () => {
  it("読めない欄は、その欄に理由を示し、打ったものを残す", async () => {
    const row = (await open(companyPlan, planRoot(), cookies.company)).view.equipment[0]?.key ?? "";
    const answer = await load(
      recordEquipment as Loader<unknown>,
      portal.loadContext,
      `${planRoot()}/equipment/${row}`,
      {
        params: { company: own.companyKey, plan: own.planId, row },
        headers: { Cookie: cookies.company, Origin: portal.services.origin },
        form: { version: "1", intentKey: "a", acquiredOn: "2027-01-05", price: "たくさん", do: "record" },
      },
    );
    expect(answer).toMatchObject({
      init: { status: 422 },
      data: {
        typed: { acquiredOn: "2027-01-05", price: "たくさん" },
        errors: { acquiredOn: [expect.stringContaining("今日より後")], price: [expect.any(String)] },
      },
    });
  });

  it("計画の設備を認定の後に取得したと記録すると、時期が実施時期の中かどうかとともに残る", async () => {
    const before = expectOk(await openOwnPlan(certified.applicant, own));
    const row = before.equipment[0]?.row ?? "";
    const input = { ...own, row, version: before.plan.version, intentKey: "first" };
    const typed = { name: "", acquiredOn: "令和8年12月1日", price: "３８，０００，０００" };
    expectOk(await recordAcquisition(certified.applicant, { ...input, typed }));
    // 同じ意図の二度目は、何も足さない。
    expectOk(await recordAcquisition(certified.applicant, { ...input, typed }));
    const { plan, equipment, events } = expectOk(await openOwnPlan(certified.applicant, own));
    expect(equipment[0]).toMatchObject({
      acquisition: { acquiredOn: "2026-12-01", priceYen: 38_000_000, inPlan: true },
      timing: { kind: "after" },
    });
    expect(plan.version).toBe(before.plan.version + 1);
    expect(events.filter(({ event }) => event.type === "plan.equipmentAcquired.v1")).toHaveLength(1);
  });

  it("ほかの人が先に計画を変えていたら、書かずに知らせる", async () => {
    const { plan, equipment } = expectOk(await openOwnPlan(certified.applicant, own));
    const refused = await recordAcquisition(certified.applicant, {
      ...own,
      row: equipment[0]?.row ?? "",
      version: plan.version - 1,
      intentKey: "stale",
      typed: { name: "", acquiredOn: "2026-12-01", price: "1" },
    });
    expect(refusalOf(refused)).toMatchObject({ kind: "stale", subject: "plan" });
  });

  it("計画に書いていない設備は、60日の期限とともに並ぶ", async () => {
    const page = await open(openRecordPage, `${planRoot()}/equipment/new`, cookies.company);
    expectOk(
      await recordAcquisition(certified.applicant, {
        ...own,
        row: "new",
        version: page.version,
        intentKey: page.intentKey,
        typed: { name: "検査用カメラ", acquiredOn: "2026-11-20", price: "900000" },
      }),
    );
    const { view } = await open(companyPlan, planRoot(), cookies.company);
    expect(view.equipment.at(-1)).toMatchObject({ name: "検査用カメラ", planned: "計画に書いていない設備" });
    expect(view.dates).toContainEqual(
      expect.objectContaining({ label: "60日の期限（検査用カメラ）", value: "令和9年1月19日" }),
    );
  });
});

describe("局の計画の画面と一覧", () => {
  it("認定した局は計画と、行った人の名前を含む歩みを見る", async () => {
    const { view } = await open(officePlan, `/review/plans/${own.planId}`, cookies.office);
    expect(view.timeline.at(-1)?.title).toBe("計画が認定されました");
    expect(view.timeline.at(-1)?.actor).not.toBe("");
    expect(view.equipment.every(({ href }) => href === null)).toBe(true);
  });

  it("ほかの局には、計画は無い", async () => {
    const other = await logIn(portal, "kanto-reviewer");
    expect(refusalOf(await openOfficePlan(other, own.planId)).kind).toBe("notFound");
  });

  it.each([
    ["", 1],
    ["?state=running", 1],
    ["?state=soon&within=12", 0],
    ["?state=expired", 0],
    ["?state=ended", 0],
    ["?prefecture=04&guideline=manufacturing", 1],
    ["?prefecture=13", 0],
    ["?q=知らない番号", 0],
    ["?after=9999-98_x", 1],
    ["?after=0000-01_x", 0],
  ])("条件 %s の一覧は %i 件", async (search, count) => {
    const { plans } = await open(officePlans, `/review/plans${search}`, cookies.office);
    expect(plans).toHaveLength(count);
  });

  it("文書番号と法人番号で引ける", async () => {
    for (const q of [certified.number, certified.companyKey]) {
      const { plans } = await open(officePlans, `/review/plans?q=${encodeURIComponent(q)}`, cookies.office);
      expect(plans.map(({ id }) => id)).toEqual([own.planId]);
    }
  });

  it("都道府県は、認定した申請から計画に写る", async () => {
    expect((await findPlan(portal.services.database, own.planId))?.prefecture).toBe("04");
  });
});
