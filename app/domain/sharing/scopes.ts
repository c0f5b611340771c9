/** 連携先に許す項目のまとまり。連携先ごとに、要る物だけを許す。 */

export const SHARING_SCOPES = {
  "plans.basic": "認定の番号・日付・事業者・提出先・指針",
  "plans.indicators": "現状認識と指標",
  "plans.measures": "実施事項と実施時期",
  "plans.equipment": "設備等と資金",
  "plans.certificate": "認定通知書（PDF と署名付きの目録）",
} as const;
export type SharingScope = keyof typeof SHARING_SCOPES;

export const isSharingScope = (text: string): text is SharingScope => Object.hasOwn(SHARING_SCOPES, text);

/**
 * まとまりごとの、様式の区画。連絡先を持つ「1 名称等」はどのまとまりにも入れない。
 * 連携する項目の一覧は公開されていないので、区画の単位で渡す（推測）。
 */
export const scopeSections: Readonly<Partial<Record<SharingScope, readonly string[]>>> = {
  "plans.indicators": ["present-state", "indicators"],
  "plans.measures": ["period", "measures"],
  "plans.equipment": ["funding", "equipment"],
};
