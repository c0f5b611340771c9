/** 確認書の要る類型: B 収益力強化設備、D 経営資源集約化に資する設備、E 経営規模拡大設備等（中小企業等経営強化法施行規則第16条）。 */
export const confirmationTypes = ["B", "D", "E"] as const;

export type ConfirmationType = (typeof confirmationTypes)[number];

/** 画面に出す呼び名。 */
export const confirmationTypeWords: Readonly<Record<ConfirmationType, string>> = {
  B: "B類型（収益力強化設備）",
  D: "D類型（経営資源集約化に資する設備）",
  E: "E類型（経営規模拡大設備等）",
};

/** 確認書の要る類型の符号か。 */
export const isConfirmationType = (text: unknown): text is ConfirmationType =>
  confirmationTypes.some((type) => type === text);
