/** 区画の保存: 同時に書く二人の入力はどちらも残り、重なれば三つの値が示され、版は全部残る。 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RawSection } from "#app/domain/plan/field.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import type { OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { currentSection, sectionAnswersAt } from "#db/queries/section-versions.ts";
import { applicationSectionVersions, auditEntries } from "#db/schema/index.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk, refusalOf, start } from "#test/support/procedure.ts";

let portal: TestServices;
let takahashi: UseCaseContext;
let oda: UseCaseContext;
let own: OwnApplication;
beforeAll(async () => {
  portal = await startTestServices();
  takahashi = await logIn(portal, "takahashi@aoba.example.jp");
  oda = await logIn(portal, "oda@aoba.example.jp");
});
beforeEach(async () => {
  own = await start(takahashi);
});
afterAll(() => portal.close());

type Given = Partial<Parameters<typeof saveSection>[1]>;
const save = (context: UseCaseContext, expectedVersion: number, answers: unknown, more: Given = {}) =>
  saveSection(context, { ...own, section: "company", expectedVersion, answers, ...more });
const current = async (): Promise<RawSection> =>
  (await currentSection(takahashi.database, own.applicationId, "company"))?.answers ?? {};
const versions = () =>
  takahashi.database.reader
    .select()
    .from(applicationSectionVersions)
    .all()
    .filter((row) => row.applicationId === own.applicationId && row.section === "company");

describe("二人の保存", () => {
  it("別の欄なら、後の人の保存に先の人の値が合わさる", async () => {
    expectOk(await save(oda, 1, { representative: "髙橋 健一郎" }));
    const saved = expectOk(await save(takahashi, 1, { name: "株式会社青葉精密" }));
    expect(saved).toMatchObject({ outcome: "merged", version: 3 });
    expect(await current()).toMatchObject({ name: "株式会社青葉精密", representative: "髙橋 健一郎" });
    expect(versions().map(({ version, savedByName, channel }) => [version, savedByName, channel])).toEqual([
      [1, "髙橋 健一", "form"],
      [2, "小田 航", "form"],
      [3, "髙橋 健一", "merge"],
    ]);
  });

  it("同じ欄なら何も書かず、三つの値を添えて断る", async () => {
    const base = await current();
    expectOk(await save(oda, 1, { name: "小田の社名" }));
    const refusal = refusalOf(await save(takahashi, 1, { name: "髙橋の社名" }));
    expect(refusal).toMatchObject({ kind: "stale", subject: "section", by: "小田 航" });
    expect(refusal.kind === "stale" && refusal.conflict?.merge.conflicts).toEqual([
      { kind: "value", field: "name", base: base["name"], mine: "髙橋の社名", theirs: "小田の社名" },
    ]);
    expect(await current()).toMatchObject({ name: "小田の社名" });
  });

  it("選び終えると、選んだ値で保存され、同じ送信を二度しても同じ版のまま", async () => {
    expectOk(await save(oda, 1, { name: "小田の社名", representative: "小田の代表者" }));
    const resolution = { against: 2, choices: { name: "mine", representative: "theirs" } } as const;
    const mine = { name: "髙橋の社名", representative: "髙橋の代表者" };
    expect(
      refusalOf(await save(takahashi, 1, mine, { resolution: { against: 2, choices: { name: "mine" } } }))
        .kind,
    ).toBe("stale");
    expect(expectOk(await save(takahashi, 1, mine, { resolution })).version).toBe(3);
    expect(await current()).toMatchObject({ name: "髙橋の社名", representative: "小田の代表者" });
    expect(expectOk(await save(takahashi, 1, mine, { resolution }))).toMatchObject({
      outcome: "unchanged",
      version: 3,
    });
  });

  it("選んでいる間にさらに別の人が同じ欄を変えたら、もう一度選んでもらう", async () => {
    expectOk(await save(oda, 1, { name: "小田の社名" }));
    expectOk(await save(oda, 2, { name: "小田の社名の直し" }));
    const refusal = refusalOf(
      await save(
        takahashi,
        1,
        { name: "髙橋の社名" },
        { resolution: { against: 2, choices: { name: "mine" } } },
      ),
    );
    expect(refusal.kind === "stale" && refusal.conflict).toMatchObject({
      baseVersion: 2,
      theirVersion: 3,
      merge: { conflicts: [{ base: "小田の社名", mine: "髙橋の社名", theirs: "小田の社名の直し" }] },
    });
  });

  it("四つの保存が同時に重なっても、別の欄の入力は一つも失われない", async () => {
    const fields = ["name", "representative", "address", "prefecture"];
    const outcomes = await Promise.all(
      fields.map((field, index) => save(index % 2 === 0 ? takahashi : oda, 1, { [field]: `${index}番の値` })),
    );
    for (const outcome of outcomes) expectOk(outcome);
    expect(await current()).toMatchObject(
      Object.fromEntries(fields.map((field, index) => [field, `${index}番の値`])),
    );
  });
});

describe("送り直し", () => {
  it("答えが届かずにもう一度送っても、版は増えない", async () => {
    const first = expectOk(await save(takahashi, 1, { name: "新" }, { channel: "autosave" }));
    const again = expectOk(await save(takahashi, 1, { name: "新" }, { channel: "journal" }));
    expect(again).toMatchObject({ outcome: "unchanged", version: first.version });
    expect(versions()).toHaveLength(2);
  });

  it("知らない版から送られても、違う値は競合として示し、黙って上書きしない", async () => {
    for (const version of [-1, 99]) {
      const refusal = refusalOf(await save(takahashi, version, { name: "古い控え" }));
      expect(refusal.kind).toBe("stale");
    }
    expect(versions()).toHaveLength(1);
  });
});

describe("記録", () => {
  it("監査には欄の名前と版だけが残り、文字は版の表から引ける", async () => {
    expectOk(await save(takahashi, 1, { name: "秘密の社名" }, { channel: "autosave" }));
    const entry = takahashi.database.reader.select().from(auditEntries).all().at(-1);
    expect(entry).toMatchObject({
      action: "plan.draft",
      subjectId: `${own.applicationId}/company`,
      details: { version: 2, channel: "autosave", fields: ["name"] },
    });
    expect(JSON.stringify(entry?.details)).not.toContain("秘密の社名");
    expect(await sectionAnswersAt(takahashi.database, own.applicationId, "company", 2)).toMatchObject({
      name: "秘密の社名",
    });
  });
});
