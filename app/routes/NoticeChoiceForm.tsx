import { type NoticeChoiceLine, timingWords } from "#app/domain/notification/notice-kinds.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import type { NoticeChoicesPage } from "./notice-choices-page.server.ts";

type Sent = {
  readonly posted: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly conflict: string | null;
};

/** 知らせの受け方の form。職員と申請者で、種類だけが違う。 */
export function NoticeChoiceForm({
  page,
  sent,
  lead,
}: {
  readonly page: NoticeChoicesPage;
  readonly sent: Sent | undefined;
  readonly lead: string;
}) {
  const errors = sent?.errors ?? {};
  return (
    <div className="max-w-3xl">
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([name, messages]) =>
          messages.map((message) => ({ message: `${labelOf(page, name)}：${message}`, fieldId: name })),
        )}
      />
      {sent?.conflict !== undefined && sent.conflict !== null && (
        <NotificationBanner kind="error" title={sent.conflict} announce />
      )}
      {sent === undefined && page.saved && (
        <NotificationBanner kind="success" title="知らせの受け方を保存しました" announce />
      )}
      <PageTitle title="メールの知らせの受け方" lead={lead} />
      {page.updatedByName !== null && <p className="mb-4">最後に変えた人：{page.updatedByName}</p>}
      <form method="post" noValidate>
        <input type="hidden" name="version" value={page.version} />
        {page.kinds.map((kind) =>
          kind.timings.length === 1 ? (
            <p key={kind.name} className="mb-6">
              <span className="block font-700">{kind.label}</span>
              {timingWords[kind.initial]}（必ずお送りします）
            </p>
          ) : (
            <Radios
              key={kind.name}
              id={kind.name}
              name={kind.name}
              label={kind.label}
              inline
              options={kind.timings.map((timing) => ({ value: timing, label: timingWords[timing] }))}
              defaultValue={sent?.posted[kind.name] ?? page.choices[kind.name]}
              errors={errors[kind.name]}
            />
          ),
        )}
        <Button>保存する</Button>
      </form>
    </div>
  );
}

const labelOf = ({ kinds }: { readonly kinds: readonly NoticeChoiceLine[] }, name: string): string =>
  kinds.find((kind) => kind.name === name)?.label ?? "";
