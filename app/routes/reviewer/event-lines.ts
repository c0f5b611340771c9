/** 起きたことを、経過の一行にする。 */
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { attachmentSection, attachmentSectionTitle } from "#app/domain/attachment/attachment-kind.ts";
import { kindWords, resultWords } from "#app/domain/consultation/consultation.ts";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { unreachable } from "#app/domain/result.ts";
import type { ReturnComment } from "#app/domain/workflow/commands.ts";
import { type ApplicationEvent, eventWords } from "#app/domain/workflow/events.ts";
import { pauseSentence } from "#app/domain/workflow/pause-reasons.ts";
import type { Tone } from "#app/ui/tones.ts";
import type { TimelineItem } from "#app/ui/primitives/Timeline.tsx";
import { certifiedLine, handedOverLine } from "./certified-line.ts";
import { commentKinds } from "./comment-form.ts";
import { proposalOutcomes } from "./proposal-form.ts";

/** 保存した出来事。data の形は type が決める。 */
export type StoredEvent = {
  readonly sequence: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actorName: string;
  readonly at: string;
};

const tones: Readonly<Partial<Record<ApplicationEvent["type"], Tone>>> = {
  "application.transferred.v1": "warning",
  "application.paused.v1": "warning",
  "application.acceptanceCorrected.v1": "warning",
  "application.returned.v1": "warning",
  "application.certified.v1": "success",
  "application.declined.v1": "danger",
  "application.certificateCorrected.v1": "warning",
  "application.certificateRevoked.v1": "danger",
};

/** 新しい順の経過。 */
export const timelineOf = (
  events: readonly StoredEvent[],
  document: PlanDocument,
): readonly Omit<TimelineItem, "body">[] & readonly { readonly body?: string | undefined }[] =>
  events.toReversed().map((stored) => {
    // 書いたのは decide() の出来事だけなので、type と data は対になっている。
    const event = { type: stored.type, data: stored.data } as ApplicationEvent;
    const body = [deputyLine(event, stored.actorName), eventBody(event, document)]
      .filter((line) => line !== "")
      .join("\n");
    return {
      key: String(stored.sequence),
      at: stored.at,
      atText: formatTokyoInstant(stored.at),
      title: eventTitle(event),
      actor: stored.actorName,
      tone: tones[event.type] ?? "neutral",
      ...(body === "" ? {} : { body }),
    };
  });

/** 代決で決裁を任せた人。代決でなければ null。 */
const deputisedBy = (event: ApplicationEvent): string | null =>
  "onBehalfOf" in event.data ? (event.data.onBehalfOf?.name ?? null) : null;

const eventTitle = (event: ApplicationEvent): string =>
  deputisedBy(event) === null ? eventWords[event.type] : `${eventWords[event.type]}（代決）`;

function deputyLine(event: ApplicationEvent, actorName: string): string {
  const manager = deputisedBy(event);
  return manager === null ? "" : `代決：${actorName}（決裁者 ${manager}の代わり）`;
}

function eventBody(event: ApplicationEvent, document: PlanDocument): string {
  switch (event.type) {
    case "application.created.v1":
    case "application.recalled.v1":
    case "application.resumed.v1":
      return "";
    case "application.paused.v1":
      return pauseSentence(event.data);
    case "application.acceptanceCorrected.v1":
      return `${formatJapaneseDate(event.data.before)} → ${formatJapaneseDate(event.data.after)}：${event.data.reason}`;
    case "application.filed.v1":
      return event.data.sequence === 1 ? "" : `第${event.data.sequence}回の申請`;
    case "application.withdrawn.v1":
    case "application.sentBack.v1":
      return event.data.reason;
    case "application.accepted.v1": {
      const { acceptedOn, assignee } = event.data;
      const accepted = `受理日 ${formatJapaneseDate(acceptedOn)}`;
      return assignee === undefined
        ? accepted
        : `${accepted}\n担当 ${assignee.name}（局の担当の決まり：${assignee.reason}）`;
    }
    case "application.reassigned.v1":
      return [`担当 ${event.data.assigneeName}`, event.data.reason].filter((line) => line !== "").join("\n");
    case "application.assigned.v1":
      return `担当 ${event.data.assigneeName}`;
    case "application.transferred.v1":
      return [`${event.data.fromName} → ${event.data.toName}`, event.data.reason]
        .filter((words) => words !== "")
        .join("：");
    case "application.returned.v1":
      return event.data.comments.map((comment) => commentLine(comment, document)).join("\n");
    case "application.proposed.v1": {
      const outcome = proposalOutcomes.find(({ value }) => value === event.data.outcome)?.label ?? "";
      return event.data.ground === "" ? outcome : `${outcome}：${event.data.ground}`;
    }
    case "application.certificateCorrected.v1":
      return `第${event.data.edition}版：${event.data.reason}`;
    case "application.certificateRevoked.v1":
      return event.data.reason;
    case "application.handedOver.v1":
      return handedOverLine(event.data);
    case "application.certified.v1":
      return certifiedLine(event.data);
    case "application.consultationAsked.v1":
      return `${kindWords[event.data.kind]}：${event.data.officeName}${event.data.automatic ? "（自動）" : ""}`;
    case "application.consultationAnswered.v1":
      return `${kindWords[event.data.kind]}：${event.data.officeName}「${resultWords[event.data.result]}」`;
    case "application.consultationWithdrawn.v1":
      return `${kindWords[event.data.kind]}：${event.data.officeName}。${event.data.reason}`;
    case "application.declined.v1":
      return event.data.ground;
    default:
      return unreachable(event);
  }
}

/** 「3 実施時期・開始（誤り）：…」のような一行。 */
export function commentLine(comment: ReturnComment, document: PlanDocument): string {
  const kind = commentKinds.find(({ value }) => value === comment.kind)?.label ?? "";
  return `${fieldTitle(comment, document)}（${kind}）：${comment.text}`;
}

/** 欄の見出し。凍結した様式から引く。 */
export function fieldTitle(
  place: { readonly section: string; readonly field: string },
  document: PlanDocument,
): string {
  if (place.section === attachmentSection) return attachmentSectionTitle;
  const section = document.sections.find(({ id }) => id === place.section);
  const entry = section?.entries.find(({ field }) => field === place.field);
  return [section?.title ?? place.section, entry?.label ?? ""].filter((word) => word !== "").join("・");
}
