/**
 * 認定を受けた事業者の一覧（公表）の一行。載せてよいのは、様式の「公表してよい」を選んだ事業者だけで、
 * 屋号の無い個人事業主は載せない（氏名を公表しないため。中小企業庁「認定について」）。
 * 見出しと説明はここに一度だけ書き、画面・CSV・JSON・JSON Schema がここから読む。
 */
import type { PlanEndKind } from "../plan-life/plan-end.ts";
import type { RawSection } from "../plan/field.ts";

/** 公表した時に凍結する値。 */
export type PublishedPlan = {
  readonly applicationId: string;
  /** 文書番号。 */
  readonly number: string;
  /** 認定日。YYYY-MM-DD。 */
  readonly certifiedOn: string;
  readonly kind: "new" | "change";
  readonly name: string;
  /** 法人番号。個人事業主は空文字。 */
  readonly corporateNumber: string;
  readonly ministry: string;
  /** 都道府県コード 2 桁。 */
  readonly prefecture: string;
  readonly prefectureName: string;
  /** 日本標準産業分類の大分類。 */
  readonly division: string;
  readonly divisionName: string;
  /** 細分類 4 桁。 */
  readonly industryCode: string;
  readonly industryName: string;
  readonly guidelineName: string;
};

/** 公表の後に、認定の効力が無くなったこと。一覧の行は変えず、後からの知らせとして添える。 */
export type LaterNotice = { readonly kind: PlanEndKind; readonly on: string };

/** 一覧に出す一行。 */
export type ListedPlan = PublishedPlan & { readonly later: LaterNotice | null };

export const publishedKindWords = { new: "新規", change: "変更" } as const;

/** 知らせの言葉。 */
export const laterNoticeWords: Readonly<Record<LaterNotice["kind"], string>> = {
  revoked: "認定の取消し",
  surrendered: "認定の辞退",
  succeeded: "ほかの事業者に承継",
};

/** CSV と JSON の一つの項目。 */
type PublishedColumn = {
  readonly key: string;
  /** CSV の見出し。 */
  readonly label: string;
  readonly description: string;
  readonly value: (plan: ListedPlan) => string;
};

/** CSV と JSON の項目。並びと鍵は、公表した後に変えない（足すときは後ろに足す）。 */
export const publishedColumns = [
  { key: "number", label: "文書番号", description: "認定通知書の文書番号", value: ({ number }) => number },
  {
    key: "certifiedOn",
    label: "認定日",
    description: "認定の日（YYYY-MM-DD）",
    value: ({ certifiedOn }) => certifiedOn,
  },
  {
    key: "kind",
    label: "新規・変更",
    description: "新規の計画の認定か、変更の認定か",
    value: ({ kind }) => publishedKindWords[kind],
  },
  {
    key: "name",
    label: "事業者の名称",
    description: "法人の名称、又は個人事業主の屋号",
    value: ({ name }) => name,
  },
  {
    key: "corporateNumber",
    label: "法人番号",
    description: "国税庁の法人番号（13桁）。個人事業主は空",
    value: ({ corporateNumber }) => corporateNumber,
  },
  {
    key: "ministry",
    label: "主務大臣の省庁",
    description: "認定をした省庁",
    value: ({ ministry }) => ministry,
  },
  {
    key: "prefectureCode",
    label: "都道府県コード",
    description: "主たる事務所の都道府県のコード（JIS X 0401、2桁）",
    value: ({ prefecture }) => prefecture,
  },
  {
    key: "prefecture",
    label: "都道府県",
    description: "主たる事務所の都道府県",
    value: ({ prefectureName }) => prefectureName,
  },
  {
    key: "divisionCode",
    label: "大分類コード",
    description: "計画の事業分野の大分類（日本標準産業分類）",
    value: ({ division }) => division,
  },
  {
    key: "division",
    label: "大分類",
    description: "大分類の名前",
    value: ({ divisionName }) => divisionName,
  },
  {
    key: "industryCode",
    label: "細分類コード",
    description: "計画の事業分野の細分類（日本標準産業分類、4桁）",
    value: ({ industryCode }) => industryCode,
  },
  {
    key: "industry",
    label: "細分類",
    description: "細分類の名前",
    value: ({ industryName }) => industryName,
  },
  {
    key: "guideline",
    label: "事業分野別指針",
    description: "従った指針。指針の無い分野は基本方針",
    value: ({ guidelineName }) => guidelineName,
  },
  {
    key: "later",
    label: "その後",
    description: "公表の後に認定の効力が無くなったときの知らせ。無ければ空",
    value: ({ later }) => (later === null ? "" : laterNoticeWords[later.kind]),
  },
  {
    key: "laterOn",
    label: "その後の日",
    description: "その知らせの日（YYYY-MM-DD）。無ければ空",
    value: ({ later }) => later?.on ?? "",
  },
] as const satisfies readonly PublishedColumn[];

/** JSON の一件。 */
export const publishedRecord = (plan: ListedPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(publishedColumns.map(({ key, value }) => [key, value(plan)]));

/** 載せない理由。 */
export type Withheld = "noConsent" | "noTradeName";

/**
 * 一覧に載せてよいか。
 *
 * @param company 認定した提出の「名称等」の答え
 * @param personNames その事業者のアカウントの人と、提出した人の氏名
 * @returns 載せてよければ null
 */
export function withheldFrom(company: RawSection, personNames: readonly string[]): Withheld | null {
  if (company["publishConsent"] !== "yes") return "noConsent";
  if (company["corporationType"] !== "soleProprietor") return null;
  const name = plainName(textOf(company["name"]));
  return name === "" || personNames.some((person) => plainName(person) === name) ? "noTradeName" : null;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** 氏名の間の空白と、全角・半角の違いを除く。 */
const plainName = (name: string): string => name.normalize("NFKC").replaceAll(/\s/gu, "");

/** 主務大臣、都道府県、認定日、文書番号の順。 */
export const comparePublished = (a: PublishedPlan, b: PublishedPlan): number =>
  compareTexts(a.ministry, b.ministry) ||
  compareTexts(a.prefecture, b.prefecture) ||
  compareTexts(a.certifiedOn, b.certifiedOn) ||
  compareTexts(a.number, b.number);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
