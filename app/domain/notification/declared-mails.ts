/**
 * 出来事ごとに、誰にどの文面を送るか。送らない出来事は、なぜ送らないかを書く。
 * 出来事を足すと、ここに書くまで型の検査が通らない。
 */
import type { MailTemplateName } from "../workflow/effects.ts";
import type { ApplicationEvent } from "../workflow/events.ts";

export type DeclaredMails = {
  readonly applicant?: MailTemplateName;
  readonly office?: MailTemplateName;
  /** 出来事と同時には送らず、この物ができてから送る。 */
  readonly after?: "certificate";
  /** 申請者か局のどちらか、又は両方に送らない理由。 */
  readonly silence?: string;
};

export const declaredMails = {
  "application.created.v1": { silence: "下書きを始めただけで、相手のいる手続はまだない" },
  "application.filed.v1": { applicant: "filed", office: "arrived" },
  "application.recalled.v1": { applicant: "recalled", office: "recalled" },
  "application.withdrawn.v1": { applicant: "withdrawn", office: "withdrawn" },
  "application.accepted.v1": { applicant: "accepted", silence: "受理したのは局なので、局には送らない" },
  "application.acceptanceCorrected.v1": {
    silence: "受理日の書き誤りを直すだけで、受理したことは前に知らせてある。直した日は画面の経過に示す",
  },
  "application.assigned.v1": { silence: "局の中の分担で、担当になった人には一日のまとめで知らせる" },
  "application.reassigned.v1": {
    silence: "局の中の分担で、新しい担当には一日のまとめで知らせる",
  },
  "application.transferred.v1": { applicant: "transferred", office: "transferred" },
  "application.paused.v1": { applicant: "paused", silence: "止めたのは局なので、局には送らない" },
  "application.resumed.v1": { applicant: "resumed", silence: "再開したのは局なので、局には送らない" },
  "application.returned.v1": { applicant: "returned", silence: "差し戻したのは局なので、局には送らない" },
  "application.proposed.v1": {
    silence: "決まる前の局の中の案で、申請者には知らせない。決裁者には一日のまとめで知らせる",
  },
  "application.sentBack.v1": {
    silence: "決まる前の局の中のやり取りで、申請者には知らせない。担当には一日のまとめで知らせる",
  },
  "application.consultationAsked.v1": {
    office: "consultationAsked",
    silence: "局どうしのやり取りで、申請者には画面の経過で示す",
  },
  "application.consultationAnswered.v1": {
    office: "consultationAnswered",
    silence: "局どうしのやり取りで、申請者には画面の経過で示す",
  },
  "application.consultationWithdrawn.v1": {
    silence: "求めた局がやめただけで、求められた局の手続は要らなくなる",
  },
  "application.certified.v1": {
    applicant: "certified",
    after: "certificate",
    silence: "認定したのは局なので、局には送らない",
  },
  "application.declined.v1": { applicant: "declined", silence: "決めたのは局なので、局には送らない" },
  "application.certificateCorrected.v1": {
    applicant: "corrected",
    after: "certificate",
    silence: "訂正したのは局なので、局には送らない",
  },
  "application.certificateRevoked.v1": {
    applicant: "revoked",
    silence: "取り消したのは局なので、局には送らない",
  },
  "application.handedOver.v1": {
    silence: "前のシステムで済んだ手続の記録を移しただけで、新しく知らせることはない",
  },
} as const satisfies Record<ApplicationEvent["type"], DeclaredMails>;

/** 申請者に知らせた文面。知らせない出来事と、知らない出来事では undefined。 */
export function applicantMailOf(eventType: string): MailTemplateName | undefined {
  if (!Object.hasOwn(declaredMails, eventType)) return undefined;
  const declared: DeclaredMails = declaredMails[eventType as ApplicationEvent["type"]];
  return declared.applicant;
}
