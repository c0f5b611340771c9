/**
 * 審査の一覧の条件。URL の問合せがその全部を持ち、保存した見方と書出しも同じ形を使う。
 * 読めない値は使わず、どの条件だったかを添えて返す。
 */
import { z } from "zod";
import { parseCivilDate } from "../calendar/civil-date.ts";
import {
  dueStateWords,
  kindWords,
  type ListColumn,
  type ListedStatus,
  listColumns,
  listedStatuses,
  listGroups,
  listSorts,
  openStatuses,
  proposalWords,
  returnKindWords,
  waitingWords,
} from "./list-columns.ts";

const oneOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(words) as [K, ...K[]]);
const code = z.string().regex(/^[\w-]{1,60}$/u);
const day = z.string().transform((text, context) => {
  const read = parseCivilDate(text);
  if (read.ok) return read.value;
  context.addIssue({ code: "custom" });
  return z.NEVER;
});

/** いくつも選べる条件。 */
const manyOf = {
  status: { label: "状態", value: z.enum(["open", ...listedStatuses]) },
  office: { label: "提出先", value: code },
  ministry: { label: "省庁", value: z.string().regex(/^\p{L}{1,20}$/u) },
  prefecture: { label: "都道府県", value: z.string().regex(/^(?:0[1-9]|[1-3]\d|4[0-7])$/u) },
  industry: { label: "産業分類", value: z.string().regex(/^(?:[A-T]|\d{2,4})$/u) },
  guideline: { label: "事業分野別指針", value: code },
  assignee: { label: "担当", value: z.union([z.enum(["me", "none"]), z.uuid()]) },
  kind: { label: "新規・変更", value: oneOf(kindWords) },
  equipment: { label: "設備の類型", value: z.enum(["A", "B", "C", "D", "E"]) },
  reason: { label: "差戻しの理由", value: oneOf(returnKindWords) },
  proposal: { label: "起案", value: oneOf(proposalWords) },
  waiting: { label: "ほかの局の回答", value: oneOf(waitingWords) },
  due: { label: "目安の日の様子", value: oneOf(dueStateWords) },
  columns: { label: "列", value: oneOf(listColumns) },
} as const;

/** 一つだけの条件。 */
const oneEach = {
  q: { label: "検索の言葉", value: z.string().trim().min(1).max(200) },
  filedFrom: { label: "申請日（から）", value: day },
  filedTo: { label: "申請日（まで）", value: day },
  acceptedFrom: { label: "受理日（から）", value: day },
  acceptedTo: { label: "受理日（まで）", value: day },
  certifiedFrom: { label: "認定日（から）", value: day },
  certifiedTo: { label: "認定日（まで）", value: day },
  dueFrom: { label: "目安の日（から）", value: day },
  dueTo: { label: "目安の日（まで）", value: day },
  minStopped: { label: "止まってからの日数", value: z.coerce.number().int().min(0).max(999) },
  minAge: { label: "経過日数", value: z.coerce.number().int().min(0).max(999) },
  minReturns: { label: "差戻しの回数", value: z.coerce.number().int().min(1).max(99) },
  sort: { label: "並べ替え", value: oneOf(listSorts) },
  order: { label: "並べ替えの向き", value: z.enum(["asc", "desc"]) },
  group: { label: "まとめ方", value: oneOf(listGroups) },
  after: { label: "ページの境目", value: z.string().regex(/^\d{1,15}(?:~.{0,300})?$/u) },
  view: { label: "保存した見方", value: z.union([z.uuid(), z.literal("none")]) },
} as const;

type Many = { readonly [K in keyof typeof manyOf]: readonly z.output<(typeof manyOf)[K]["value"]>[] };
type One = { readonly [K in keyof typeof oneEach]: z.output<(typeof oneEach)[K]["value"]> | null };
export type ListQuery = Many & One;

export type ReadListQuery = {
  readonly query: ListQuery;
  /** 読めなかったので使わない条件の名前。 */
  readonly ignored: readonly string[];
};

type Parameters = Iterable<readonly [string, string]>;

/** @param parameters URL の問合せの名前と値。知らない名前は見ない */
export function readListQuery(parameters: Parameters): ReadListQuery {
  const given = Map.groupBy(parameters, ([name]) => name);
  const ignored = new Set<string>();
  const read = <T>(name: string, label: string, schema: z.ZodType<T>): readonly T[] =>
    (given.get(name) ?? [])
      .filter(([, text]) => text.trim() !== "")
      .flatMap(([, text]) => {
        const parsed = schema.safeParse(text.trim());
        if (!parsed.success) ignored.add(label);
        return parsed.success ? [parsed.data] : [];
      });
  const many = Object.fromEntries(
    Object.entries(manyOf).map(([name, { label, value }]) => [
      name,
      [...new Set(read<unknown>(name, label, value))],
    ]),
  );
  const one = Object.fromEntries(
    Object.entries(oneEach).map(([name, { label, value }]) => [
      name,
      read<unknown>(name, label, value)[0] ?? null,
    ]),
  );
  // 名前ごとに、その名前の型で読んだ値だけを集めている。
  return { query: { ...many, ...one } as ListQuery, ignored: [...ignored] };
}

/** 何の条件もない一覧。 */
export const emptyListQuery: ListQuery = readListQuery([]).query;

/** 条件を URL の問合せにする。始めの「?」は付かない。 */
export function writeListQuery(query: ListQuery): string {
  const names = [...Object.keys(manyOf), ...Object.keys(oneEach)] as readonly (keyof ListQuery)[];
  return names
    .flatMap((name) => {
      const value = query[name];
      const values: readonly (string | number)[] = Array.isArray(value)
        ? (value as readonly string[])
        : value === null
          ? []
          : [value as string | number];
      return values.map((one) => `${name}=${encodeURIComponent(String(one))}`);
    })
    .join("&");
}

/** 保存した見方と書出しが持つ条件。ページの境目と、元にした見方は持たない。 */
export const keptQuery = (query: ListQuery): string => writeListQuery({ ...query, after: null, view: null });

/** 条件が指す状態。空なら全部。 */
export const statusesOf = ({ status }: ListQuery): readonly ListedStatus[] => [
  ...new Set(status.flatMap((one): readonly ListedStatus[] => (one === "open" ? openStatuses : [one]))),
];

/** 絞り込んでいる条件の名前（状態と、並べ方・列を除く）。 */
export const narrowedBy = (query: ListQuery): readonly string[] => {
  const arranged = new Set(["status", "columns", "sort", "order", "group", "after", "view"]);
  return [...Object.entries(manyOf), ...Object.entries(oneEach)].flatMap(([name, { label }]) => {
    const value = query[name as keyof ListQuery];
    const set = Array.isArray(value) ? value.length > 0 : value !== null;
    return set && !arranged.has(name) ? [label] : [];
  });
};

/** 並べ替えの向き。選んでいなければ、名前は昇順、目安の日は近い方から、ほかは新しい方から。 */
export const orderOf = ({ sort, order }: ListQuery): "asc" | "desc" =>
  order ?? (sort === "company" || sort === "due" ? "asc" : "desc");

export const columnsOf = (query: ListQuery, usual: readonly ListColumn[]): readonly ListColumn[] =>
  query.columns.length === 0 ? usual : query.columns;
