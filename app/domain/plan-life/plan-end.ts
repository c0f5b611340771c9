/** 実施時期の途中で終わった計画の、終わり方。実施時期の終わりは日付から導くので、ここには書かない。 */

/** revoked: 認定の取消し（法第18条第2項）。surrendered: 認定の辞退。succeeded: ほかの事業者の計画に引き継がれた。 */
export type PlanEndKind = "revoked" | "surrendered" | "succeeded";

export type PlanEnd = {
  readonly kind: PlanEndKind;
  /** 終わった日（YYYY-MM-DD）。 */
  readonly on: string;
  readonly reason: string;
};
