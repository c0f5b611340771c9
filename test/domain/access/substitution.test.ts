/** 代決: いつ効くか、誰を代決者にできるか。 */
import { expect, it } from "vitest";
import {
  type Substitution,
  substitutionFaults,
  substitutionState,
  type SubstitutionState,
} from "#app/domain/access/substitution.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";

const today = date("2026-12-10");
const stored = (more: Partial<Substitution> = {}): Substitution => ({
  officeCode: "meti-tohoku",
  managerId: "abe",
  managerName: "阿部",
  substituteId: "sato",
  substituteName: "佐藤",
  fromDay: "2026-12-10",
  toDay: "2026-12-20",
  endedAt: null,
  ...more,
});
const wanted = { ...stored(), fromDay: today, toDay: date("2026-12-20") };

it.each<readonly [string, Partial<Substitution>, SubstitutionState]>([
  ["初めの日から", { fromDay: "2026-12-10" }, "running"],
  ["終わりの日まで", { fromDay: "2026-12-01", toDay: "2026-12-10" }, "running"],
  ["前の日には、まだ", { fromDay: "2026-12-11" }, "upcoming"],
  ["次の日には、もう", { fromDay: "2026-12-01", toDay: "2026-12-09" }, "over"],
  ["途中で終えたら、すぐ", { endedAt: "2026-12-10T01:00:00.000Z" }, "ended"],
])("%s（効くかどうか）", (_name, more, state) => {
  expect(substitutionState(stored(more), today)).toBe(state);
});

it.each<readonly [string, Partial<typeof wanted>, readonly Substitution[], readonly string[]]>([
  ["ほかに何もなければ、決められる", {}, [], []],
  ["昨日からにはできない", { fromDay: date("2026-12-09") }, [], ["fromDay"]],
  ["終わりが初めより前にはできない", { toDay: date("2026-12-09") }, [], ["toDay"]],
  ["一日だけでもよい", { toDay: today }, [], []],
  ["九十二日まで", { toDay: date("2027-03-11") }, [], []],
  ["九十三日にはできない", { toDay: date("2027-03-12") }, [], ["toDay"]],
  ["自分を代決者にはできない", { substituteId: "abe" }, [], ["substituteId"]],
  ["期間の重なる二人目は決められない", {}, [stored({ substituteId: "ito" })], ["fromDay"]],
  ["前の代決が終わっていれば決められる", {}, [stored({ endedAt: "2026-12-10T00:00:00.000Z" })], []],
  ["期間が重ならなければ決められる", {}, [stored({ fromDay: "2026-12-21", toDay: "2026-12-25" })], []],
  [
    "代決者は、さらに代決者を決められない",
    {},
    [stored({ managerId: "kudo", substituteId: "abe" })],
    ["substituteId"],
  ],
  [
    "決裁を任せている人を、代決者にはできない",
    {},
    [stored({ managerId: "sato", substituteId: "kudo" })],
    ["substituteId"],
  ],
  ["同じ人が、二人の決裁者に代わることはできる", {}, [stored({ managerId: "kudo" })], []],
])("%s", (_name, more, others, fields) => {
  expect(Object.keys(substitutionFaults({ ...wanted, ...more }, others, today))).toEqual(fields);
});
