/**
 * 審査の確認の一覧。局が指針ごとに持つひな形（template）と、申請ごとに写し取った一覧（taken list）を扱う。
 * 法令の一覧ではなく局の決まりなので、埋まっていなくても起案と決裁は止めない。
 * ひな形の項目は、文・欄・要否の一つでも変わったら id が新しくなる。だから済んだ確認は別の文の確認にならない。
 */

/** 確認の一項目。 */
export type ChecklistItem = {
  readonly id: string;
  readonly text: string;
  /** 何についての確認か。区画の名前。欄に結び付かない項目は空。 */
  readonly section: string;
  /** 区画の中の欄の名前。区画の全体についての項目は空。 */
  readonly field: string;
  readonly required: boolean;
};

/** 申請に写し取った項目。 */
export type TakenItem = ChecklistItem & {
  /** ひな形からは外れたが、確認を記録したので残す項目。 */
  readonly former?: true;
};

/** 確認の答え。 */
export const markWords = { done: "済", notApplicable: "該当なし", question: "要確認" } as const;
export type CheckMark = keyof typeof markWords;

const checkMarks = Object.keys(markWords) as readonly CheckMark[];

/** @returns 知らない値なら undefined */
export const checkMarkOf = (text: string): CheckMark | undefined => checkMarks.find((mark) => mark === text);

/** 打たれた項目。id は、前からある項目なら前の id、足した項目なら空。 */
export type TypedItem = ChecklistItem;

/**
 * 打たれた項目に id を付ける。前と同じ中身の項目だけが、前の id を保つ。
 *
 * @param before 直す前の項目
 * @param newId まだ使われていない id を作る
 */
export function numberedItems(
  before: readonly ChecklistItem[],
  typed: readonly TypedItem[],
  newId: () => string,
): readonly ChecklistItem[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const used = new Set<string>();
  return typed.map((item) => {
    const former = known.get(item.id);
    const kept = former !== undefined && sameItem(former, item) && !used.has(item.id);
    const id = kept ? item.id : newId();
    used.add(id);
    return { ...item, id };
  });
}

const sameItem = (one: ChecklistItem, other: ChecklistItem): boolean =>
  one.text === other.text &&
  one.section === other.section &&
  one.field === other.field &&
  one.required === other.required;

/**
 * 新しいひな形の項目を写し取り直す。確認を記録した項目は、ひな形から外れても終わりに残る。
 *
 * @param taken いま写し取ってある項目
 * @param marked 確認を記録した項目の id
 */
export function takeOver(
  taken: readonly TakenItem[],
  template: readonly ChecklistItem[],
  marked: ReadonlySet<string>,
): readonly TakenItem[] {
  const current = new Set(template.map(({ id }) => id));
  const left = taken.filter(({ id }) => !current.has(id) && marked.has(id));
  return [...template, ...left.map((item): TakenItem => ({ ...item, former: true }))];
}

export type ChecklistProgress = {
  /** 数える項目。外れた項目は数えない。 */
  readonly total: number;
  readonly answered: number;
  /** まだ確認していない、必ず確認する項目。 */
  readonly unanswered: readonly TakenItem[];
  /** 要確認のまま残っている項目。 */
  readonly questions: readonly TakenItem[];
};

/** @param marks 項目の id → いまの答え */
export function progressOf(
  items: readonly TakenItem[],
  marks: ReadonlyMap<string, CheckMark>,
): ChecklistProgress {
  const counted = items.filter(({ former }) => former !== true);
  return {
    total: counted.length,
    answered: counted.filter(({ id }) => marks.has(id)).length,
    unanswered: counted.filter(({ id, required }) => required && !marks.has(id)),
    questions: counted.filter(({ id }) => marks.get(id) === "question"),
  };
}
