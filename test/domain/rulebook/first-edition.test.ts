import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { mayBlock, severityOf } from "#app/domain/rulebook/blocking.ts";
import { certainties, weakerCertainty } from "#app/domain/rulebook/certainty.ts";
import { articleOn } from "#app/domain/rulebook/legal-article.ts";
import { letterFor } from "#app/domain/rulebook/letter.ts";
import { compileRulebook } from "#app/domain/rulebook/rulebook.ts";
import { rulebookTables, tableNames } from "#app/domain/rulebook/tables.ts";
import { letterKinds } from "#app/domain/rulebook/tables/procedure-tables.ts";
import { parsed, rulebook } from "./first-edition.ts";

describe("規則集の第一版", () => {
  it("日本標準産業分類の第13回は1,460、第14回は1,473の細分類をもつ", () => {
    expect(rulebook.industries[13].classes).toHaveLength(1460);
    expect(rulebook.industries[14].classes).toHaveLength(1473);
  });

  it("47都道府県、13省庁、21の指針と基本方針をもつ", () => {
    expect(rulebook.prefectures.size).toBe(47);
    expect(rulebook.ministries.size).toBe(13);
    expect(rulebook.guidelines.size).toBe(22);
    expect([...rulebook.guidelines.keys()].at(-1)).toBe("basic-policy");
  });

  it("電子申請に対応するのは仕様書の9省庁", () => {
    const electronic = [...rulebook.ministries.values()].filter((ministry) => ministry.electronic);
    expect(electronic.map(({ name }) => name).sort()).toEqual(
      [
        "経済産業省",
        "警察庁",
        "金融庁",
        "総務省",
        "文部科学省",
        "厚生労働省",
        "農林水産省",
        "国土交通省",
        "環境省",
      ].sort(),
    );
  });

  it("どの事実にも確かさと出典がある", () => {
    const bare = tableNames.flatMap((name) =>
      parsed.tables[name].filter((row) => !certainties.includes(row.certainty) || row.source === ""),
    );
    expect(bare).toEqual([]);
  });

  it("鍵は表の中で一意", () => {
    for (const name of tableNames) {
      const keyOf = rulebookTables[name].key as (row: unknown) => string;
      const keys = parsed.tables[name].map(keyOf);
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  it("組立ては300ミリ秒かからない", () => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      compileRulebook(parsed.edition, parsed.tables);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it("条文は日付で変わる（法第13条→第19条→第17条、変更は第14条→第20条→第18条）", () => {
    const cases = [
      ["newApplication", "2016-07-01", "第13条第1項"],
      ["newApplication", "2019-07-15", "第13条第1項"],
      ["newApplication", "2019-07-16", "第19条第1項"],
      ["newApplication", "2020-10-01", "第17条第1項"],
      ["newApplication", "2026-12-01", "第17条第1項"],
      ["changeApplication", "2018-01-01", "第14条第1項"],
      ["changeApplication", "2020-09-30", "第20条第1項"],
      ["changeApplication", "2026-12-01", "第18条第1項"],
    ] as const;
    for (const [subject, on, article] of cases) {
      expect(articleOn(rulebook, subject, on)?.article, `${subject} ${on}`).toBe(article);
    }
    expect(articleOn(rulebook, "newApplication", "2016-06-30")).toBeUndefined();
  });

  it("東北経済産業局の文書番号の記号は「東北」で、記号はどの局とも重ならない", () => {
    expect(rulebook.documentNumbering.get("meti-tohoku")).toMatchObject({
      symbol: "東北",
      template: "{yyyymmdd}{symbol}第{n}号",
    });
    const symbols = [...rulebook.documentNumbering.values()].map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(rulebook.offices.size);
  });

  it("通知の文面は不確かな知識による案と明示されている", () => {
    for (const kind of letterKinds) {
      const letter = letterFor(rulebook, kind, "meti-tohoku");
      expect(letter?.certainty).toBe("recalled-low");
      expect(letter?.body.length).toBeGreaterThan(0);
    }
  });
});

describe("祝日（国民の祝日に関する法律）", () => {
  const holidays = rulebook.procedure.holidays;
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  const plusDays = (date: string, days: number) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

  it("第3条第2項: 日曜日の祝日の後、最初の平日が休日になる", () => {
    const sundays = [...holidays.values()].filter(
      ({ date, kind }) => kind === "national" && weekday(date) === 0,
    );
    expect(sundays.length).toBeGreaterThan(5);
    for (const { date } of sundays) {
      let next = plusDays(date, 1);
      while (holidays.has(next) && holidays.get(next)?.name !== "休日") next = plusDays(next, 1);
      expect(holidays.get(next)?.name, date).toBe("休日");
    }
  });

  it("第3条第3項: 2026年9月22日は国民の休日", () => {
    expect(holidays.get("2026-09-22")?.name).toBe("休日");
  });

  it.each([2024, 2025, 2026, 2027])("%i年は16の祝日と年末年始の休日をもつ", (year) => {
    const inYear = [...holidays.values()].filter(({ date }) => date.startsWith(String(year)));
    expect(inYear.filter(({ kind, name }) => kind === "national" && name !== "休日")).toHaveLength(16);
    expect(inYear.filter(({ kind }) => kind === "yearEnd").map(({ date }) => date.slice(5))).toEqual([
      "01-02",
      "01-03",
      "12-29",
      "12-30",
      "12-31",
    ]);
  });

  it.each([
    ["成人の日", "01", 2],
    ["海の日", "07", 3],
    ["敬老の日", "09", 3],
    ["スポーツの日", "10", 2],
  ])("%sは%s月の第%i月曜日", (name, month, nth) => {
    for (const { date } of [...holidays.values()].filter((holiday) => holiday.name === name)) {
      expect(date.slice(5, 7)).toBe(month);
      expect(weekday(date)).toBe(1);
      expect(Math.ceil(Number(date.slice(8)) / 7)).toBe(nth);
    }
  });
});

describe("確かさと検査の強さ", () => {
  it("止めてよいのは仕様書と公開資料で確認した事実だけ", () => {
    expect(certainties.filter(mayBlock)).toEqual(["spec", "seen"]);
    expect(certainties.map(severityOf)).toEqual([
      "error",
      "error",
      "warning",
      "warning",
      "warning",
      "warning",
    ]);
  });

  it("結論の確かさは弱いほうの事実に合わせる", () => {
    expect(weakerCertainty("seen", "recalled")).toBe("recalled");
    expect(weakerCertainty("recalled-low", "spec")).toBe("recalled-low");
  });
});
