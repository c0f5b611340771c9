/**
 * 提出先の答え（RoutingAnswer）。業種と本社の都道府県から、主務大臣、局、宛名、指針、提出方法、
 * 標準処理期間を一つに決めるか、決められない理由を返す。
 */
import type { Certainty } from "#app/domain/rulebook/certainty.ts";
import type { JsicRevision } from "#app/domain/rulebook/industry-table.ts";

export type RoutingQuery = {
  readonly revision: JsicRevision;
  /** 細分類の 4 桁（計画に係る業種）。 */
  readonly industry: string;
  /** 主たる事務所の都道府県コード 01〜47。 */
  readonly prefecture: string;
  /** 主たる事務所の市区町村（例: 下関市）。局の決まり方に関わる所でだけ使う。 */
  readonly municipality?: string | undefined;
  /** 判断の基準日 YYYY-MM-DD。 */
  readonly on: string;
};

export type ProcessingTime = {
  readonly days: number;
  readonly unit: "businessDays" | "days";
};

/** 例外になる市区町村と、その局。 */
export type MunicipalOffice = {
  readonly municipality: string;
  readonly office: { readonly code: string; readonly name: string };
};

/** 局が一つに決まった答え。electronic が false なら書面を郵送する。 */
export type OfficeAnswer = {
  readonly kind: "office";
  readonly ministry: string;
  readonly office: { readonly code: string; readonly name: string; readonly headTitle: string };
  /** 宛名（例: 東北経済産業局長）。「殿」は付けない。 */
  readonly addressee: string;
  /** 市区町村によって局が変わるとき、その市区町村。変わらなければ空。 */
  readonly municipalities: readonly MunicipalOffice[];
  readonly guideline: { readonly id: string; readonly name: string };
  readonly electronic: boolean;
  readonly processing: ProcessingTime;
  readonly certainty: Certainty;
  readonly rule: {
    readonly prefix: string;
    readonly revision: JsicRevision | null;
    readonly source: string;
  };
  /** 画面にそのまま出す説明文。 */
  readonly explanation: readonly string[];
};

/** 共管。どの省庁の局に出してもよい。 */
export type ChoiceAnswer = {
  readonly kind: "choice";
  readonly candidates: readonly OfficeAnswer[];
  readonly certainty: Certainty;
  readonly explanation: readonly string[];
};

/** 4 桁のコードだけでは所管が決まらない業種。コールセンターへ案内する。 */
export type CallCentreAnswer = {
  readonly kind: "callCentre";
  readonly reason: string;
  readonly candidates: readonly OfficeAnswer[];
  readonly certainty: Certainty;
  readonly explanation: readonly string[];
};

/** 事業ではないため申請できない分類（公務など）。 */
export type NotAcceptedAnswer = {
  readonly kind: "notAccepted";
  readonly reason: string;
  readonly certainty: Certainty;
  readonly explanation: readonly string[];
};

export type RoutingAnswer =
  | OfficeAnswer
  | ChoiceAnswer
  | CallCentreAnswer
  | NotAcceptedAnswer
  | { readonly kind: "unknownIndustry" }
  | { readonly kind: "unknownPrefecture" };
