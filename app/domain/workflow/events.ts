import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { Deputised } from "#app/domain/access/actor.ts";
import type { Consent, ConsultationKind, ConsultationResult } from "#app/domain/consultation/consultation.ts";
import type { ReturnComment } from "./commands.ts";
import type { PauseReasonCode } from "./pause-reasons.ts";

/** どの求めか。質問と回答の文は求めの行だけが持つ。 */
type ConsultationData = {
  readonly consultation: string;
  readonly kind: ConsultationKind;
  readonly officeCode: string;
  readonly officeName: string;
};

/** 代決なら、決裁を任せた人。行った人は出来事の行為者。 */
export type ByDeputy = { readonly onBehalfOf?: Deputised };

/** 起きたこと。過去分詞で名付け、版を付ける。保存した後は変えない。 */
export type ApplicationEvent =
  | { readonly type: "application.created.v1"; readonly data: { readonly kind: "new" | "change" } }
  | {
      readonly type: "application.filed.v1";
      readonly data: {
        readonly sequence: number;
        readonly officeCode: string;
        readonly receiptNumber: string | null;
      };
    }
  | { readonly type: "application.recalled.v1"; readonly data: Record<string, never> }
  | { readonly type: "application.withdrawn.v1"; readonly data: { readonly reason: string } }
  | {
      readonly type: "application.accepted.v1";
      readonly data: {
        readonly acceptedOn: CivilDate;
        /** 局の決まりから決まった担当と、当たった決まり。 */
        readonly assignee?: { readonly id: string; readonly name: string; readonly reason: string };
      };
    }
  | {
      readonly type: "application.reassigned.v1";
      readonly data: {
        readonly assigneeId: string;
        readonly assigneeName: string;
        readonly reason: string;
      };
    }
  | {
      readonly type: "application.assigned.v1";
      readonly data: { readonly assigneeId: string; readonly assigneeName: string };
    }
  | {
      readonly type: "application.transferred.v1";
      readonly data: {
        readonly from: string;
        readonly fromName: string;
        readonly to: string;
        readonly toName: string;
        readonly reason: string;
      };
    }
  | {
      readonly type: "application.paused.v1";
      readonly data: { readonly reason: PauseReasonCode; readonly text: string };
    }
  | { readonly type: "application.resumed.v1"; readonly data: Record<string, never> }
  | {
      readonly type: "application.acceptanceCorrected.v1";
      readonly data: { readonly before: CivilDate; readonly after: CivilDate; readonly reason: string };
    }
  | {
      readonly type: "application.returned.v1";
      readonly data: { readonly comments: readonly ReturnComment[] };
    }
  | {
      readonly type: "application.proposed.v1";
      readonly data: { readonly outcome: "certify" | "decline"; readonly ground: string };
    }
  | { readonly type: "application.sentBack.v1"; readonly data: { readonly reason: string } & ByDeputy }
  | {
      readonly type: "application.certified.v1";
      readonly data: {
        readonly certifiedOn: CivilDate;
        /** 共管の同意がそろわないまま認定したとき、その様子と理由。 */
        readonly withoutConsent?: { readonly consents: readonly Consent[]; readonly reason: string };
      } & ByDeputy;
    }
  | { readonly type: "application.declined.v1"; readonly data: { readonly ground: string } & ByDeputy }
  | {
      readonly type: "application.certificateCorrected.v1";
      readonly data: { readonly edition: number; readonly reason: string };
    }
  | {
      readonly type: "application.consultationAsked.v1";
      readonly data: ConsultationData & {
        /** 受理、移送、出し直しに伴って、人が書かずに求めた。 */
        readonly automatic: boolean;
      };
    }
  | {
      readonly type: "application.consultationAnswered.v1";
      readonly data: ConsultationData & { readonly result: ConsultationResult } & ByDeputy;
    }
  | {
      readonly type: "application.consultationWithdrawn.v1";
      readonly data: ConsultationData & { readonly reason: string };
    }
  | {
      readonly type: "application.certificateRevoked.v1";
      readonly data: { readonly revokedOn: CivilDate; readonly reason: string };
    }
  | {
      readonly type: "application.handedOver.v1";
      readonly data: {
        /** 渡したシステムの名前。 */
        readonly madeBy: string;
        /** 申請の中身も引き継いだか。 */
        readonly content: boolean;
        readonly industryRevision: "13" | "14";
      };
    };

export const eventWords = {
  "application.created.v1": "作成",
  "application.filed.v1": "申請",
  "application.recalled.v1": "引戻し",
  "application.withdrawn.v1": "取下げ",
  "application.accepted.v1": "受理",
  "application.assigned.v1": "担当の決定",
  "application.reassigned.v1": "担当の変更",
  "application.transferred.v1": "移送",
  "application.paused.v1": "審査の中断",
  "application.resumed.v1": "審査の再開",
  "application.acceptanceCorrected.v1": "受理日の訂正",
  "application.returned.v1": "差戻し",
  "application.proposed.v1": "起案",
  "application.sentBack.v1": "起案の差戻し",
  "application.certified.v1": "認定",
  "application.declined.v1": "不認定",
  "application.consultationAsked.v1": "ほかの局への求め",
  "application.consultationAnswered.v1": "ほかの局の回答",
  "application.consultationWithdrawn.v1": "求めの取下げ",
  "application.certificateCorrected.v1": "認定通知書の訂正",
  "application.certificateRevoked.v1": "認定の取消し",
  "application.handedOver.v1": "旧基盤からの引継ぎ",
} as const satisfies Record<ApplicationEvent["type"], string>;
