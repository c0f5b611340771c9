import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { Timeline } from "#app/ui/primitives/Timeline.tsx";
import type { RelatedApplications as Related } from "#app/usecases/review/related-applications.server.ts";
import { MailTable } from "./MailTable.tsx";
import { RelatedApplications } from "./RelatedApplications.tsx";
import type { RecordView } from "./record-view.server.ts";

/** 記録の脇: 経過、同じ会社の申請、連絡、メール。求められた局の人には経過だけ。 */
export function RecordAside({
  record,
  related,
}: {
  readonly record: Pick<RecordView, "id" | "timeline" | "unreadMessages" | "mails">;
  readonly related: Related | null;
}) {
  return (
    <>
      <SectionTitle>経過</SectionTitle>
      <Timeline items={record.timeline} />
      {related !== null && (
        <>
          <RelatedApplications related={related} />
          <div className="print-hidden mt-8">
            <SectionTitle>連絡</SectionTitle>
            <p>
              <a className="link" href={`/review/applications/${record.id}/messages`}>
                申請者との連絡を開く
              </a>
              {record.unreadMessages > 0 && (
                <span className="ml-2">
                  <Tag tone="warning">未読 {record.unreadMessages}件</Tag>
                </span>
              )}
            </p>
          </div>
          <SectionTitle>メール</SectionTitle>
          <MailTable mails={record.mails} />
        </>
      )}
    </>
  );
}
