/** 認定通知書の値と文書番号。埋まらない値があれば、名前を言って断る。 */
import { describe, expect, it } from "vitest";
import { buildNotice, NOTICE_TEMPLATE, type NoticeFacts } from "#app/domain/certification/build-notice.ts";
import { documentNumber, numberSeriesOf } from "#app/domain/certification/document-number.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import {
  construction,
  type ExamplePlan,
  manufacturing,
  nursingCare,
  warehouse,
  withFields,
} from "#test/support/example-plans.ts";
import { date } from "../calendar/arbitrary.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const issue = { issuedOn: date("2026-12-15"), serial: 12 };

/** 東京では 2026-12-02 の零時半。 */
const FILED_AT = "2026-12-01T15:30:00.000Z";

function factsOf(plan: ExamplePlan, answers: RawAnswers = plan.answers): NoticeFacts {
  const routed = routePlanValues(rulebook, readPlan(plan.answers).values, date("2026-12-01"));
  if (routed.kind !== "decided") throw new Error(routed.kind);
  return { answers, routing: routed.routing, filedAt: FILED_AT };
}
const noticeOf = (facts: NoticeFacts, book: Rulebook = rulebook) => {
  const notice = buildNotice(book, facts, issue);
  if (!notice.ok) throw new Error(notice.error.join("、"));
  return notice.value;
};

describe("認定通知書の値", () => {
  it("製造業の例の通知書", () => {
    expect(noticeOf(factsOf(manufacturing))).toEqual({
      templateVersion: NOTICE_TEMPLATE,
      documentNumber: "20261215東北第12号",
      issuedOn: "2026-12-15",
      addressee: {
        address: "宮城県仙台市泉区明通二丁目14番地",
        name: "株式会社青葉精密製作所",
        representative: "代表取締役 髙橋 健一",
      },
      signatory: { title: "東北経済産業局長", name: null, sealNote: "（公印省略）" },
      subject: "経営力向上計画に係る認定について",
      body: [
        "令和8年12月2日付けで申請のあった経営力向上計画については、中小企業等経営強化法第17条第1項の規定に基づき、認定します。",
      ],
      items: [
        { label: "事業分野", value: "金属加工機械製造業（金属工作機械を除く）" },
        { label: "事業分野別指針", value: "製造業" },
        { label: "計画期間", value: "令和8年12月から令和11年11月まで" },
      ],
    });
  });

  it.each([
    [warehouse, "神戸運輸監理部長", "代表取締役社長 﨑山 由美", "令和9年1月から令和13年12月まで"],
    [construction, "近畿地方整備局長", "代表取締役 𠮷川 誠", "令和8年12月から令和12年11月まで"],
    [nursingCare, "九州厚生局長", "理事長 中村 和子", "令和9年4月から令和12年3月まで"],
  ])("$case は、その局の長の名で、その局の番号になる", (plan, title, representative, period) => {
    const facts = factsOf(plan);
    const notice = noticeOf(facts);
    expect(notice.signatory.title).toBe(title);
    expect(notice.addressee.representative).toBe(representative);
    expect(notice.items.at(-1)).toEqual({ label: "計画期間", value: period });
    expect(notice.documentNumber).toMatch(/^20261215\p{L}+第12号$/u);
    expect(notice.documentNumber).toContain(
      rulebook.documentNumbering.get(facts.routing.office.code)?.symbol ?? "記号なし",
    );
  });

  it("複数の分野の計画は、分野の名前を並べる", () => {
    const answers = withFields(manufacturing.answers, "industry", {
      industries: [
        { id: "i-1", revision: "14", code: "2662" },
        { id: "i-2", revision: "14", code: "2661" },
      ],
    });
    expect(noticeOf(factsOf(manufacturing, answers)).items[0]?.value.split("、")).toHaveLength(2);
  });

  it("個人事業主には代表者の欄がなく、それだけでは断らない", () => {
    const answers = withFields(manufacturing.answers, "company", {
      corporationType: "soleProprietor",
      name: "湊 さくら",
    });
    expect(noticeOf(factsOf(manufacturing, answers)).addressee).toMatchObject({
      name: "湊 さくら",
      representative: "",
    });
  });

  it("条文は認定日に効いているものになる", () => {
    const notice = buildNotice(rulebook, factsOf(manufacturing), { ...issue, issuedOn: date("2019-12-01") });
    expect(notice.ok ? notice.value.body[0] : "").toContain("中小企業等経営強化法第19条第1項");
  });
});

describe("埋まらない値", () => {
  const missingOf = (facts: NoticeFacts, book: Rulebook = rulebook) => {
    const notice = buildNotice(book, facts, issue);
    return notice.ok ? [] : notice.error;
  };
  const without = (section: string, fields: Readonly<Record<string, string>>) =>
    missingOf(factsOf(manufacturing, withFields(manufacturing.answers, section, fields)));

  it.each([
    ["company", { name: "" }, "事業者の名称"],
    ["company", { address: "" }, "事業者の住所"],
    ["company", { representative: "" }, "代表者の役職名及び氏名"],
    ["period", { end: "" }, "実施時期"],
  ])("%s の %j を消すと「%s」が足りない", (section, fields, name) => {
    expect(without(section, fields as Readonly<Record<string, string>>)).toEqual([name]);
  });

  it("分野の名前が引けなければ「事業分野」が足りない", () => {
    const answers = withFields(manufacturing.answers, "industry", { industries: [] });
    expect(missingOf(factsOf(manufacturing, answers))).toEqual(["事業分野"]);
  });

  it("番号の書式のない局、条文のない日には発行しない", () => {
    const book: Rulebook = { ...rulebook, documentNumbering: new Map() };
    expect(missingOf(factsOf(manufacturing), book)).toEqual(["文書番号の書式"]);
    const early = buildNotice(rulebook, factsOf(manufacturing), { ...issue, issuedOn: date("2016-06-30") });
    expect(early).toEqual({ ok: false, error: ["根拠の条文"] });
  });

  it("文案にある知らない slot は、その名前で断る", () => {
    const { letters } = rulebook.procedure;
    const paragraphs = letters.paragraphs.map((row) => ({ ...row, text: "{unknownSlot}について" }));
    const book: Rulebook = {
      ...rulebook,
      procedure: { ...rulebook.procedure, letters: { ...letters, paragraphs } },
    };
    expect(missingOf(factsOf(manufacturing), book)).toEqual(["unknownSlot"]);
  });
});

describe("文書番号", () => {
  const dated = { template: "{yyyymmdd}{symbol}第{n}号" };

  it("日付の無い書式では、年度が替わっても系列が続き、番号は重ならない", () => {
    const series = ["2027-03-31", "2027-04-01"].map((day) =>
      numberSeriesOf("mlit_rdb-kinki", date(day), { template: "{symbol}第{n}号" }),
    );
    expect(new Set(series)).toEqual(new Set(["certification:mlit_rdb-kinki"]));
  });

  it.each([
    ["2026-04-01", "certification:meti-tohoku:2027"],
    ["2027-03-31", "certification:meti-tohoku:2027"],
    ["2027-04-01", "certification:meti-tohoku:2028"],
  ])("%s の認定は系列 %s で数える", (day, series) => {
    expect(numberSeriesOf("meti-tohoku", date(day), dated)).toBe(series);
  });

  it("系列は局ごとに別", () => {
    const day = date("2026-12-15");
    expect(numberSeriesOf("meti-tohoku", day, dated)).not.toBe(numberSeriesOf("meti-kanto", day, dated));
  });

  it("書式の記号、日付、番号を埋める", () => {
    const numbering = rulebook.documentNumbering.get("meti-kanto");
    if (numbering === undefined) throw new Error("meti-kanto");
    expect(documentNumber(numbering, date("2026-04-01"), 123)).toBe("20260401関東第123号");
  });
});
