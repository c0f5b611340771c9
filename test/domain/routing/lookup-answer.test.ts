import { describe, expect, it } from "vitest";
import { lookupAnswer, type LookupQuery } from "#app/domain/routing/lookup-answer.ts";
import { rulebook } from "../rulebook/first-edition.ts";

const look = (query: Partial<LookupQuery>) =>
  lookupAnswer(rulebook, { industry: "4711", prefecture: "28", today: "2026-12-01", ...query });

describe("提出先・指針検索の答え", () => {
  it("兵庫の倉庫業は神戸運輸監理部長、基本方針、電子申請、30日", () => {
    const answer = look({});
    expect(answer).toMatchObject({
      ok: true,
      value: {
        kind: "office",
        edition: { label: "令和8年4月1日版", effectiveFrom: "2026-04-01" },
        on: "2026-12-01",
        industry: { revision: 14, code: "4711", majorGroup: "倉庫業" },
        prefecture: { code: "28", name: "兵庫県" },
        ministry: "国土交通省",
        ministries: ["国土交通省"],
        receivingOffice: { name: "神戸運輸監理部" },
        addressee: "神戸運輸監理部長",
        guideline: { id: "basic-policy", name: "基本方針" },
        submission: "electronic",
        electronic: true,
        processing: { days: 30, unit: "days" },
        callCentre: null,
        certainty: "seen",
      },
    });
  });

  it("共管では省庁を並べ、共通の処理期間だけを答える", () => {
    expect(look({ industry: "7611" })).toMatchObject({
      value: {
        kind: "choice",
        ministry: null,
        ministries: ["農林水産省", "厚生労働省"],
        receivingOffice: null,
        processing: { days: 45, unit: "days" },
        submission: "electronic",
      },
    });
  });

  it("コールセンターの理由を添える", () => {
    expect(look({ industry: "2521" })).toMatchObject({
      value: { kind: "callCentre", callCentre: { reason: expect.stringContaining("ポンプ") as string } },
    });
  });

  it("書面の提出先", () => {
    expect(look({ industry: "1021" })).toMatchObject({
      value: { submission: "post", electronic: false, addressee: "大阪国税局長" },
    });
  });

  it("受付のない分類では候補がない", () => {
    expect(look({ industry: "9811" })).toMatchObject({
      value: { kind: "notAccepted", candidates: [], processing: null, submission: null },
    });
  });

  it("JSON にしても形が変わらない", () => {
    const answer = look({ industry: "7611" });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it.each([
    [{ industry: "9999999" }, "industry", "4桁の半角数字"],
    [{ industry: "0001" }, "industry", "第14回改定にありません"],
    [{ industry: "" }, "industry", "4桁の半角数字"],
    [{ prefecture: "99" }, "prefecture", "01から47"],
    [{ revision: "12" }, "revision", "13か14"],
    [{ on: "2026-02-30" }, "on", "2026-12-01のように"],
    [{ on: "2020-01-01" }, "on", "2026-04-01より前"],
  ] as const)("%o は %s の誤り", (query, field, message) => {
    const answer = look(query);
    if (answer.ok) throw new Error("断るはず");
    expect(answer.error).toHaveLength(1);
    expect(answer.error[0]).toMatchObject({ field, message: expect.stringContaining(message) as string });
  });

  it("誤りはまとめて返す", () => {
    const answer = look({ industry: "x", prefecture: "x", revision: "x", on: "x" });
    if (answer.ok) throw new Error("断るはず");
    expect(answer.error.map(({ field }) => field)).toEqual(["on", "revision", "industry", "prefecture"]);
  });
});
