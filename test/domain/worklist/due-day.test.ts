/** 処理の目安の日: 一覧の行に持つ値と、その日までの言葉。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/calendar/civil-date.ts";
import { dueDayOf, dueWords, listedClock, NO_DUE_DAY } from "#app/domain/worklist/due-day.ts";
import { statuses } from "#app/domain/workflow/statuses.ts";
import { date } from "../calendar/arbitrary.ts";

const holidays = new Set([date("2026-11-23"), date("2027-01-01")]);
const today = date("2026-12-01");
const running = (dueOn: string) => ({ status: "underReview" as const, dueOn, stoppedOn: "" });

describe("目安の日までの言葉（今日は2026年12月1日、火曜日）", () => {
  it.each([
    ["2026-11-28", "超過3日", "over"],
    ["2026-11-30", "超過1日", "over"],
    ["2026-12-01", "今日まで", "soon"],
    ["2026-12-04", "残り3日", "soon"],
    ["2026-12-05", "残り4日", "ample"],
    ["2026-12-31", "残り30日", "ample"],
  ])("%s なら「%s」", (dueOn, words, pressing) => {
    const due = dueDayOf(running(dueOn), { today, holidays });
    expect(dueWords(due)).toBe(words);
    expect(due).toMatchObject({ kind: "expected", pressing });
  });

  it("休みを挟めば、暦の日数が多くても近い", () => {
    const due = dueDayOf(running("2026-11-24"), { today: date("2026-11-19"), holidays });
    expect(due).toMatchObject({ daysLeft: 5, pressing: "soon" });
  });

  it.each([
    ["returned", "停止中（差戻し）"],
    ["accepted", "停止中（中断）"],
    ["underReview", "停止中（中断）"],
  ] as const)("止まっていれば、状態が %s なら「%s」", (status, words) => {
    const due = dueDayOf({ status, dueOn: NO_DUE_DAY, stoppedOn: "2026-11-25" }, { today, holidays });
    expect(dueWords(due)).toBe(words);
  });

  it("受理の前と終わった申請には、目安の日がない", () => {
    expect(dueWords(dueDayOf(running(NO_DUE_DAY), { today, holidays }))).toBe("");
  });

  it("日が過ぎて、残りの日数が増えることはない", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(60), (ahead, passed) => {
        const row = running(addDays(today, ahead));
        const before = dueDayOf(row, { today, holidays });
        const after = dueDayOf(row, { today: addDays(today, passed), holidays });
        if (before.kind !== "expected" || after.kind !== "expected") throw new Error("止まっていない");
        expect(before.daysLeft - after.daysLeft).toBe(passed);
      }),
    );
  });
});

describe("一覧の行に持つ値", () => {
  const facts = {
    status: "underReview",
    processing: { days: 14, unit: "businessDays" },
    acceptedOn: date("2026-12-01"),
    events: [],
    holidays,
  } as const;

  it("動いていれば目安の日を、止まっていれば止まり始めた日を持つ", () => {
    expect(listedClock(facts)).toEqual({ dueOn: "2026-12-21", stoppedOn: "", stoppedDays: 0 });
    const events = [{ type: "application.paused.v1", at: "2026-12-03T01:00:00.000Z" }];
    expect(listedClock({ ...facts, events })).toEqual({
      dueOn: NO_DUE_DAY,
      stoppedOn: "2026-12-03",
      stoppedDays: 0,
    });
    const ended = [...events, { type: "application.resumed.v1", at: "2026-12-08T01:00:00.000Z" }];
    expect(listedClock({ ...facts, events: ended })).toEqual({
      dueOn: "2026-12-24",
      stoppedOn: "",
      stoppedDays: 3,
    });
  });

  it.each(statuses)("状態が %s のとき、目安の日は終わっていない申請だけにある", (status) => {
    const ended = ["certified", "declined", "withdrawn"].includes(status);
    expect(listedClock({ ...facts, status }).dueOn === NO_DUE_DAY).toBe(ended);
  });

  it("受理の前に差し戻した申請は、目安の日を持たず、止まっている", () => {
    const events = [{ type: "application.returned.v1", at: "2026-12-03T01:00:00.000Z" }];
    expect(listedClock({ ...facts, status: "returned", acceptedOn: null, events })).toEqual({
      dueOn: NO_DUE_DAY,
      stoppedOn: "2026-12-03",
      stoppedDays: 0,
    });
  });
});
