/**
 * 様式の欄（field）の定義。見出し・単位・助言・読み取り・書式をここで一度だけ決め、
 * 入力画面、誤りの一覧、確認画面、様式 PDF、CSV、差分はすべてこの定義を読む（DESIGN §3）。
 *
 * 下書きは打たれた文字列のまま（RawSection）で持ち、値（parse の結果）は必要なときに読み取る。
 * だから読み取れない入力も失われない。
 */
import type { Result } from "../result.ts";

/** 一行の下書き。id は編集しても変わらない。 */
export type RawRow = { readonly id: string; readonly [field: string]: string };
/** 一つの区画の下書き。欄の名前 → 打たれた文字、又は行の並び。 */
export type RawSection = { readonly [field: string]: string | readonly RawRow[] };
/** 全区画の下書き。 */
export type RawAnswers = { readonly [section: string]: RawSection };

export type FieldKind =
  | "text"
  | "longText"
  | "integer"
  | "decimal"
  | "date"
  | "month"
  | "choice"
  | "email"
  | "telephone"
  | "corporateNumber"
  | "industry";

/** 選択肢。rulebook や他の欄から決まるものは source で名指しする。 */
export type Options =
  | readonly { readonly value: string; readonly label: string }[]
  | "prefectures"
  | "indicators"
  | "guidelineItems"
  | "measures"
  | "equipmentTypes"
  | "equipmentKinds"
  | "successionKinds"
  | "ministries"
  | "receivingOffices";

/** 欄を出すかどうかを決める、その区画の外の事実。situationOf が規則集とほかの区画から作る。 */
export type PlanSituation = {
  /** 指標の id → 内訳の名前、単位、良い方向。 */
  readonly indicators: Readonly<Record<string, IndicatorShape>>;
  /** 6(2) が「有」か。 */
  readonly succession: boolean;
  readonly soleProprietor: boolean;
  /** 種類の中に限定のある「類型/種類」。 */
  readonly restrictedEquipment: readonly string[];
};

export type IndicatorShape = {
  /** 計算に使う内訳の名前（indicators.csv の inputs）。空なら値を直接入力する。 */
  readonly inputs: readonly string[];
  readonly unit: string;
  readonly direction: "up" | "down" | "either";
};

/** 何も分からないとき。外の事実で出す欄は、打たれている欄だけになる。 */
export const nothingKnown: PlanSituation = {
  indicators: {},
  succession: false,
  soleProprietor: false,
  restrictedEquipment: [],
};

type Answers = { readonly [field: string]: unknown };
/** 欄を出す条件。区画の下書き（行の欄ではその行）と、区画の外の事実を見る。 */
export type ShownWhen = (answers: Answers, situation: PlanSituation) => boolean;

/** 必須の度合い。recommended は空なら警告だけ（根拠が recalled の欄）。 */
export type Requirement = "required" | "recommended" | "optional";

export type FieldSpec<T = unknown> = {
  readonly shape: "field";
  readonly kind: FieldKind;
  readonly label: string;
  readonly requirement: Requirement;
  readonly unit?: string | undefined;
  readonly help?: string | undefined;
  readonly example?: string | undefined;
  readonly maxLength: number;
  readonly options?: Options | undefined;
  readonly autoComplete?: string | undefined;
  /** 打つときに挙げる候補の、画面の中の一覧の id。候補になくても打てる。 */
  readonly suggestions?: string | undefined;
  /** 区画の中のまとまりの見出し。続く欄が同じ見出しなら一つにまとめる。 */
  readonly group?: string | undefined;
  /** 様式にはない、確かめるための欄。空なら様式に載せない。 */
  readonly beyondForm?: boolean | undefined;
  /** この欄を出す条件。省けば常に出す。 */
  readonly when?: ShownWhen | undefined;
  /** 空でない文字列を値に読み取る。失敗は欄の下に出す文。 */
  parse(raw: string): Result<T, string>;
  /** 値を表示用の文字列にする。 */
  format(value: T): string;
};

export type RowFields = { readonly [name: string]: FieldSpec };

export type RowsSpec<R extends RowFields = RowFields> = {
  readonly shape: "rows";
  readonly label: string;
  /** 一行の呼び名（「実施事項」など）。 */
  readonly rowLabel: string;
  readonly requirement: Requirement;
  readonly help?: string | undefined;
  readonly maxRows: number;
  readonly fields: R;
  readonly when?: ShownWhen | undefined;
};

export type AnySpec = FieldSpec | RowsSpec;

export type SectionSpec<
  F extends { readonly [name: string]: AnySpec } = { readonly [name: string]: AnySpec },
> = {
  readonly id: string;
  /** 様式での番号。様式の外の区画は空。 */
  readonly number: string;
  readonly title: string;
  readonly intro: string;
  readonly fields: F;
};

/** 欄の値の型。読めない、又は空の欄は undefined。 */
type FieldValue<S> = S extends FieldSpec<infer T> ? T : never;
export type RowValues<R> = { readonly id: string } & {
  readonly [K in keyof R]: FieldValue<R[K]> | undefined;
};
export type SpecValue<S> = S extends RowsSpec<infer R> ? readonly RowValues<R>[] : FieldValue<S> | undefined;
export type SectionValues<S extends SectionSpec> = {
  readonly [K in keyof S["fields"]]: SpecValue<S["fields"][K]>;
};

/** 型を保ったまま区画を定義する。 */
export const defineSection = <const F extends { readonly [name: string]: AnySpec }>(
  section: SectionSpec<F>,
): SectionSpec<F> => section;
