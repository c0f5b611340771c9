import type { MailText } from "#app/domain/notification/mail-text.ts";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";

/** 送られるメールの姿。 */
export const SurveyMail = ({ mail: { subject, body } }: { readonly mail: MailText }) => (
  <DescriptionCard title={`件名：${subject}`}>
    <p className="break-words whitespace-pre-line">{body}</p>
  </DescriptionCard>
);
