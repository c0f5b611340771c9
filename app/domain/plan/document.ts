/**
 * 様式の「見出しと値の木」（PlanDocument）。
 * 確認画面、様式 PDF、CSV、差分はすべてこの木を読むだけで、見出しや書式を自分では持たない。
 * 提出時の木はそのまま保存し、後の画面と PDF は保存した木を読む（frozen submission）。
 */

/** 一つの見出しと、表示用に整えた値。 */
export type DocumentValue = {
  readonly kind: "value";
  /** section 内で一意の欄の名前。`/sections/:section#field` のリンク先。 */
  readonly field: string;
  readonly label: string;
  /** 表示用の文字列。未入力は空文字。 */
  readonly value: string;
  /** 円、千円、人、% など。値が空のときは表示しない。 */
  readonly unit?: string;
  /** 改行を含み得る長い文章か。 */
  readonly long?: boolean;
};

/** 繰り返し行の表。行の id は編集しても変わらない。 */
export type DocumentTable = {
  readonly kind: "table";
  readonly field: string;
  readonly label: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  /** 合計行。columns と同じ数の欄。 */
  readonly totals?: readonly string[];
};

export type DocumentColumn = {
  readonly field: string;
  readonly label: string;
  /** 数値の列は end（右寄せ）。 */
  readonly align: "start" | "end";
  /** PDF と画面での相対幅。 */
  readonly weight: number;
};

export type DocumentEntry = DocumentValue | DocumentTable;

export type DocumentSection = {
  readonly id: string;
  /** 様式での番号（「1」「4」）。 */
  readonly number: string;
  readonly title: string;
  readonly entries: readonly DocumentEntry[];
};

export type PlanDocument = {
  /** 様式の版（例: "form1/v1"）。 */
  readonly formVersion: string;
  /** 「経営力向上計画に係る認定申請書」 */
  readonly title: string;
  readonly sections: readonly DocumentSection[];
};

/** その欄。無ければ undefined。表の列（`表.列`）なら表。 */
export const entryIn = (document: PlanDocument, section: string, field: string): DocumentEntry | undefined =>
  document.sections
    .find(({ id }) => id === section)
    ?.entries.find((entry) => entry.field === (field.split(".")[0] ?? field));

/** 欄の値を一つの文字にした物。表は一行に一行ずつ。無い欄と空の欄は空文字。 */
export function entryText(entry: DocumentEntry | undefined): string {
  if (entry === undefined) return "";
  if (entry.kind === "value") return entry.value === "" ? "" : `${entry.value}${entry.unit ?? ""}`;
  return entry.rows.map(({ cells }) => cells.filter((cell) => cell !== "").join("、")).join("\n");
}

/** 欄に結び付いた物を、様式の順に並べる。様式にない欄は終わりに置く。 */
export function inFormOrder<T extends { readonly section: string; readonly field: string }>(
  document: PlanDocument,
  placed: readonly T[],
): readonly T[] {
  const places = document.sections.flatMap(({ id, entries }) => entries.map(({ field }) => `${id}/${field}`));
  const position = ({ section, field }: T): number => {
    const found = places.indexOf(`${section}/${field.split(".")[0] ?? field}`);
    return found === -1 ? places.length : found;
  };
  return placed.toSorted((one, other) => position(one) - position(other));
}
