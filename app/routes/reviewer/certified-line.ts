/** 認定と、認定の記録の引継ぎの、経過の一行。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import type { ApplicationEvent } from "#app/domain/workflow/events.ts";
import { consentWords } from "#app/domain/workflow/refusals.ts";

type EventData<T extends ApplicationEvent["type"]> = Extract<ApplicationEvent, { type: T }>["data"];

export const certifiedLine = ({
  certifiedOn,
  withoutConsent,
}: EventData<"application.certified.v1">): string =>
  [
    `認定日 ${formatJapaneseDate(certifiedOn)}`,
    ...(withoutConsent === undefined
      ? []
      : [`${withoutConsent.consents.map(consentWords).join("")}理由：${withoutConsent.reason}`]),
  ].join("\n");

export const handedOverLine = ({ madeBy, content }: EventData<"application.handedOver.v1">): string =>
  content ? madeBy : `${madeBy}（申請の中身は引き継がれていません）`;
