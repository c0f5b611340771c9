import type { Deputised } from "#app/domain/access/actor.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { PauseReasonCode } from "./pause-reasons.ts";
import type { ReturnKind, ReturnReasonCode } from "./return-reasons.ts";

/** 差戻しの指摘。 */
export type ReturnComment = {
  readonly section: string;
  readonly field: string;
  readonly kind: ReturnKind;
  /** 一覧から選んだ理由。選ばなければ無い。 */
  readonly reason?: ReturnReasonCode;
  readonly text: string;
};

/** 申請に対する命令。命令形で名付ける。 */
export type Command =
  | { readonly name: "file"; readonly officeCode: string; readonly receiptNumber: string | null }
  | { readonly name: "recall" }
  | { readonly name: "withdraw"; readonly reason: string }
  | {
      readonly name: "accept";
      readonly acceptedOn: CivilDate;
      readonly assigneeId: string;
      /** 局の決まりから担当が決まったとき、その人の名前と当たった決まり。 */
      readonly assignedBy?: { readonly name: string; readonly reason: string };
    }
  | {
      readonly name: "reassign";
      readonly assigneeId: string;
      readonly assigneeName: string;
      readonly reason: string;
    }
  | { readonly name: "assign"; readonly assigneeId: string; readonly assigneeName: string }
  | {
      readonly name: "transfer";
      readonly officeCode: string;
      readonly officeName: string;
      readonly fromName: string;
      readonly reason: string;
    }
  /** 審査の中断。標準処理期間の時計を止める。 */
  | { readonly name: "pause"; readonly reason: PauseReasonCode; readonly text: string }
  | { readonly name: "resume" }
  /** 受理日の訂正。filedOn は、受理した提出の申請日。 */
  | {
      readonly name: "correctAcceptance";
      readonly acceptedOn: CivilDate;
      readonly filedOn: CivilDate;
      readonly reason: string;
    }
  | { readonly name: "return"; readonly comments: readonly ReturnComment[] }
  | {
      readonly name: "propose";
      readonly outcome: "certify" | "decline";
      readonly ground: string;
      readonly by: { readonly id: string; readonly name: string };
      readonly at: string;
    }
  | { readonly name: "sendBack"; readonly reason: string; readonly onBehalfOf?: Deputised }
  | {
      readonly name: "certify";
      readonly byId: string;
      readonly certifiedOn: CivilDate;
      /** 共管の同意がそろわないまま認定する理由。書かなければ、そろうまで認定できない。 */
      readonly withoutConsent?: string | undefined;
      /** 代決なら、決裁を任せた人。 */
      readonly onBehalfOf?: Deputised;
    }
  | { readonly name: "decline"; readonly byId: string; readonly onBehalfOf?: Deputised };

export type CommandName = Command["name"];
