/** 点検の目録の一件。 */
import type { Certainty } from "../../rulebook/certainty.ts";

/**
 * 重さの決まり方。
 * Certainty は根拠の確かさ。consistency は書いた内容どうし、又は選択肢との食い違いで、決まりの確かさによらず誤り。
 * rulebook は規則集のその行の確かさ。requirement は欄の必須の度合い。notice は根拠が確かでも申請を止めない知らせ。
 * setting は運用の設定。
 */
export type CheckWeight = Certainty | "consistency" | "rulebook" | "requirement" | "notice" | "setting";

export type CheckEntry = {
  readonly title: string;
  /** 指摘の付く区画。any はどの区画にも付く。 */
  readonly section: string;
  readonly weight: CheckWeight;
  /** 法令又は資料。 */
  readonly source: string;
};
