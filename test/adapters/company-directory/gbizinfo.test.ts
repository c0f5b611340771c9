/** 法人インフォメーションの口。本物の socket で、知られた癖と不調を一つずつ確かめる。 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGbizinfoDirectory } from "#app/adapters/company-directory/gbizinfo-directory.server.ts";
import { guardDirectory } from "#app/adapters/company-directory/guarded-directory.server.ts";
import { createNtaDirectory } from "#app/adapters/company-directory/nta-directory.server.ts";
import type { CorporateNumber } from "#app/domain/text/corporate-number.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";
import { type FakeDirectories, startFakeDirectories } from "#test/support/fake-directories.ts";

const { prefectures } = rulebook;
const AOBA = "7990001000001" as CorporateNumber;
const CLOSED = "5990003000001" as CorporateNumber;
const UNKNOWN = "9990099999999" as CorporateNumber;

let fake: FakeDirectories;
beforeAll(async () => {
  fake = await startFakeDirectories();
});
afterAll(() => fake.close());
beforeEach(() => {
  fake.behave("normal");
  fake.asked.length = 0;
});

const gbizinfo = (timeoutMs = 10_000, token = "secret-token") =>
  createGbizinfoDirectory({
    baseUrl: `${fake.address}/hojin/`,
    token,
    timeoutMs,
    prefectures: () => prefectures,
  });
const nta = (timeoutMs = 10_000, applicationId = "secret-application") =>
  createNtaDirectory({ baseUrl: `${fake.address}/nta/4/`, applicationId, timeoutMs });

describe("番号で引く", () => {
  it("法人インフォメーションの記録を、分けた住所・数・日付にする。末尾の / を付けて呼ばない", async () => {
    expect(await gbizinfo().byNumber(AOBA)).toEqual({
      ok: true,
      value: {
        kind: "found",
        drift: [],
        facts: {
          corporateNumber: AOBA,
          source: "gbizinfo",
          name: "株式会社青葉精密製作所",
          kana: "アオバセイミツセイサクショ",
          postalCode: "9813206",
          address: { prefecture: "04", city: "仙台市泉区", rest: "明通２丁目１４番地" },
          closure: null,
          representative: "代表取締役 髙橋 健一",
          capital: 30_000_000,
          employees: 46,
          establishedOn: "1984-06-01",
          asOf: "2026-04-01",
        },
      },
    });
    expect(fake.asked).toEqual([`/hojin/v2/hojin/${AOBA}`]);
  });

  it("v1 の形（役職が別の欄、空の欄は無い）からも、同じ事実を読む", async () => {
    const first = await gbizinfo().byNumber(AOBA);
    fake.behave("oldShape");
    expect(await gbizinfo().byNumber(AOBA)).toEqual(first);
  });

  it("閉鎖した法人は、日付と事由を読む", async () => {
    const closure = { on: "2024-03-31", cause: "01", successor: null };
    expect(await gbizinfo().byNumber(CLOSED)).toMatchObject({ value: { facts: { closure } } });
    expect(await nta().byNumber(CLOSED)).toMatchObject({ value: { facts: { closure, source: "nta" } } });
  });

  it("載っていない番号は、誤りではなく「無い」", async () => {
    expect(await gbizinfo().byNumber(UNKNOWN)).toEqual({ ok: true, value: { kind: "none" } });
    expect(await nta().byNumber(UNKNOWN)).toEqual({ ok: true, value: { kind: "none" } });
  });

  it("国税庁の CSV から、分かれた住所を読む", async () => {
    expect(await nta().byNumber(AOBA)).toMatchObject({
      value: {
        facts: {
          name: "株式会社青葉精密製作所",
          address: { prefecture: "04", city: "仙台市泉区", rest: "明通２丁目１４番地" },
          capital: null,
        },
      },
    });
  });
});

describe("相手の不調は、理由の付いた断りになる", () => {
  it.each([
    ["slow", "timeout", null],
    ["unauthorised", "unauthorised", null],
    ["forbidden", "limited", 300],
    ["limited", "limited", 120],
    ["faulty", "faulty", null],
    ["truncated", "unreachable", null],
    ["gzipBomb", "unreadable", null],
    ["html", "unreadable", null],
    ["redirect", "unreadable", null],
    ["hangUp", "unreachable", null],
    ["otherCompany", "unreadable", null],
  ] as const)("%s → %s", async (how, kind, retryAfter) => {
    fake.behave(how);
    const timeoutMs = how === "slow" ? 200 : 10_000;
    for (const directory of [gbizinfo(timeoutMs), nta(timeoutMs)]) {
      // 模擬の国税庁の口は、別の会社の記録を先頭に返す。
      const answer = await directory.byNumber(how === "otherCompany" ? CLOSED : AOBA);
      expect(answer, directory.source).toMatchObject({ ok: false, error: { kind, retryAfter } });
    }
  });

  it("合言葉や応用の番号が違えば、どちらも unauthorised（国税庁は 404 で答える）", async () => {
    expect(await gbizinfo(10_000, "wrong").byNumber(AOBA)).toMatchObject({ error: { kind: "unauthorised" } });
    expect(await nta(10_000, "wrong").byNumber(AOBA)).toMatchObject({ error: { kind: "unauthorised" } });
  });

  it("待ち受けていない口は unreachable", async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const closed = createGbizinfoDirectory({
      baseUrl: `http://127.0.0.1:${port}/hojin`,
      token: "secret-token",
      timeoutMs: 500,
      prefectures: () => prefectures,
    });
    expect(await closed.byNumber(AOBA)).toMatchObject({ error: { kind: "unreachable" } });
  });

  it("断りの理由に、合言葉も応用の番号も出ない", async () => {
    for (const how of ["faulty", "html", "hangUp", "redirect"] as const) {
      fake.behave(how);
      const answers = [await gbizinfo().byNumber(AOBA), await nta().byNumber(AOBA)];
      expect(JSON.stringify(answers)).not.toMatch(/secret/u);
    }
  });
});

describe("名前で探す", () => {
  it("閉鎖した会社に印を付け、都道府県で絞る", async () => {
    for (const directory of [gbizinfo(), nta()])
      expect(await directory.byName("つばめ", "15")).toEqual({
        ok: true,
        value: {
          more: false,
          candidates: [
            {
              corporateNumber: CLOSED,
              name: "株式会社つばめ商会",
              location: "新潟県燕市仮町１丁目２番３号",
              closed: true,
            },
            {
              corporateNumber: "6990001000010",
              name: "つばめ精密有限会社",
              location: "新潟県燕市仮町４丁目５番６号",
              closed: false,
            },
          ],
        },
      });
  });

  it("当たりのないことは、誤りではない", async () => {
    for (const directory of [gbizinfo(), nta()])
      expect(await directory.byName("そのような会社", null)).toEqual({
        ok: true,
        value: { candidates: [], more: false },
      });
  });
});

describe("守り", () => {
  const guarded = (timeoutMs = 10_000, restMs = 60_000) =>
    guardDirectory(gbizinfo(timeoutMs), { failures: 3, restMs, timeoutMs });

  it("相手の誤りは一度だけやり直し、直れば答える", async () => {
    fake.behaveOnce("faulty");
    expect(await guarded().byNumber(AOBA)).toMatchObject({ ok: true });
    expect(fake.asked).toHaveLength(2);
  });

  it("載っていないことと合言葉の誤りは、やり直さない", async () => {
    await guarded().byNumber(UNKNOWN);
    fake.behave("unauthorised");
    await guarded().byNumber(AOBA);
    expect(fake.asked).toHaveLength(2);
  });

  it("続けて失敗したら休み、その間は尋ねない", async () => {
    const directory = guarded();
    fake.behave("unauthorised");
    for (let times = 0; times < 3; times += 1) await directory.byNumber(AOBA);
    fake.behave("normal");
    expect(await directory.byNumber(AOBA)).toMatchObject({ error: { kind: "paused" } });
    expect(fake.asked).toHaveLength(3);
  });

  it("休み明けに一度尋ねて、直っていれば元に戻る", async () => {
    const directory = guarded(10_000, 50);
    fake.behave("unauthorised");
    for (let times = 0; times < 3; times += 1) await directory.byNumber(AOBA);
    fake.behave("normal");
    await expect.poll(async () => (await directory.byNumber(AOBA)).ok).toBe(true);
  });

  it("やり直しを含めても、決めた時間より長く待たせない", async () => {
    fake.behave("slow");
    const started = performance.now();
    expect(await guarded(200).byNumber(AOBA)).toMatchObject({ error: { kind: "timeout" } });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
