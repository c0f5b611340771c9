import type { Deputised } from "../access/actor.ts";
import type { ConfirmationStatus } from "./statuses.ts";

/** 起案。審査担当が決裁者に出す案。 */
export type ConfirmationProposal = {
  readonly outcome: "confirm" | "decline";
  /** 確認しない理由。確認するときは空でよい。 */
  readonly ground: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
};

/** decideConfirmation が読む申請の状態。 */
export type ConfirmationState = {
  readonly status: ConfirmationStatus;
  /** 比較交換の版。 */
  readonly version: number;
  /** 提出の回数。0 は未提出。 */
  readonly filingSequence: number;
  readonly proposal: ConfirmationProposal | null;
};

/** 差戻しの指摘。欄によらない指摘では field は空。 */
export type ConfirmationComment = { readonly field: string; readonly text: string };

/** 代決なら、決裁を任せた人。 */
type ByDeputy = { readonly onBehalfOf?: Deputised };

/** 命令。 */
export type ConfirmationCommand =
  | { readonly name: "file"; readonly officeCode: string }
  | { readonly name: "withdraw"; readonly reason: string }
  | { readonly name: "return"; readonly comments: readonly ConfirmationComment[] }
  | {
      readonly name: "propose";
      readonly outcome: "confirm" | "decline";
      readonly ground: string;
      readonly by: { readonly id: string; readonly name: string };
      readonly at: string;
    }
  | ({ readonly name: "confirm"; readonly byId: string } & ByDeputy)
  | ({ readonly name: "decline"; readonly byId: string } & ByDeputy);

export type ConfirmationCommandName = ConfirmationCommand["name"];

/** 起きたこと。保存した後は変えない。 */
export type ConfirmationEvent =
  | { readonly type: "confirmation.started.v1"; readonly data: Record<string, never> }
  | {
      readonly type: "confirmation.filed.v1";
      readonly data: { readonly sequence: number; readonly officeCode: string };
    }
  | { readonly type: "confirmation.withdrawn.v1"; readonly data: { readonly reason: string } }
  | {
      readonly type: "confirmation.returned.v1";
      readonly data: { readonly comments: readonly ConfirmationComment[] };
    }
  | {
      readonly type: "confirmation.proposed.v1";
      readonly data: { readonly outcome: "confirm" | "decline"; readonly ground: string };
    }
  | { readonly type: "confirmation.confirmed.v1"; readonly data: ByDeputy }
  | { readonly type: "confirmation.declined.v1"; readonly data: { readonly ground: string } & ByDeputy };

export const confirmationEventWords = {
  "confirmation.started.v1": "作成",
  "confirmation.filed.v1": "申請",
  "confirmation.withdrawn.v1": "取下げ",
  "confirmation.returned.v1": "差戻し",
  "confirmation.proposed.v1": "起案",
  "confirmation.confirmed.v1": "確認",
  "confirmation.declined.v1": "確認しない決定",
} as const satisfies Record<ConfirmationEvent["type"], string>;
