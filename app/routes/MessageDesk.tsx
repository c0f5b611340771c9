import { MESSAGE_LENGTH, type MessageFaults } from "#app/domain/messages/message.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { MessageThread } from "#app/ui/messages/MessageThread.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { MessagesPage } from "./messages-page.server.ts";

type Typed = { readonly about: string; readonly text: string; readonly faults: MessageFaults };

/** 連絡の画面の中身。申請者の側と局の側で同じ。 */
export function MessageDesk({
  page,
  typed,
}: {
  readonly page: MessagesPage;
  readonly typed: Typed | undefined;
}) {
  const faults = typed?.faults ?? {};
  const errorsOf = (name: keyof MessageFaults): readonly string[] =>
    faults[name] === undefined ? [] : [faults[name]];
  const other = page.side === "applicant" ? page.officeName : page.companyName;
  return (
    <>
      <ErrorSummary
        errors={(["about", "text"] as const).flatMap((name) =>
          errorsOf(name).map((message) => ({ message, fieldId: name })),
        )}
      />
      {page.sent && <NotificationBanner kind="success" title="連絡を送りました" announce />}
      <PageTitle title="連絡" caption={`${page.companyName}　受付番号 ${page.receiptNumber}`} />
      <MessageThread messages={page.messages} />
      {page.maySend ? (
        <form method="post" noValidate className="max-w-3xl">
          <SectionTitle>{other}に連絡する</SectionTitle>
          <p className="mb-4">
            {page.side === "applicant"
              ? "申請の内容を直すときは、局からの修正の依頼を受けてから、申請の画面で直してください。連絡では申請の内容は変わりません。"
              : "申請の内容を直してほしいときは、連絡ではなく「差し戻す」を使ってください。"}
            相手には、連絡が届いたことだけをメールで知らせます。内容はメールに載りません。
          </p>
          <input type="hidden" name="intentKey" value={page.intentKey} />
          <Select
            id="about"
            name="about"
            label="何についての連絡か"
            emptyLabel="申請の全体"
            options={page.targets}
            defaultValue={typed?.about ?? ""}
            errors={errorsOf("about")}
            width="full"
          />
          <Textarea
            id="text"
            name="text"
            label="連絡の内容"
            required
            rows={6}
            maxCharacters={MESSAGE_LENGTH}
            defaultValue={typed?.text ?? ""}
            errors={errorsOf("text")}
          />
          <Button>連絡を送る</Button>
        </form>
      ) : (
        <p>この画面では、連絡を読むことだけができます。</p>
      )}
    </>
  );
}
