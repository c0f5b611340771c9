import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { FileInput } from "#app/ui/primitives/FileInput.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import type { VerdictWords, VerifyField, VerifyView } from "./verify-words.ts";

const panel = "mb-6 rounded-12 border border-solid-gray-300 bg-solid-gray-50 p-4 sm:p-5";

/** 認定通知書の確認の画面。答え、符号の欄、ファイルの欄。 */
export function VerifyPage({ view }: { readonly view: VerifyView }) {
  const { error, result, typed } = view;
  const errorsOf = (field: VerifyField) => (error?.field === field ? [error.message] : []);
  return (
    <>
      <Breadcrumbs items={[{ label: "ホーム", href: "/" }, { label: "認定通知書の確認" }]} />
      <PageTitle
        title="認定通知書の確認"
        lead="経営力向上計画の認定通知書が、このポータルで発行されたもので、いまも有効かを確かめられます。不認定の通知書、認定の取消しの通知書、投資計画の確認書も確かめられます。ログインは要りません。"
      />
      {error !== null && (
        <ErrorSummary errors={[{ message: error.message, fieldId: error.field ?? undefined }]} />
      )}
      {result !== null && <Answer result={result} />}
      <SectionTitle>確認の符号で確かめる</SectionTitle>
      <form method="get" action="/verify" noValidate className={panel}>
        <Input
          id="code"
          name="code"
          label="確認の符号"
          help="通知書の下の QR コードの横に刷られた28字です。大文字と小文字、区切りの線の有無は問いません。"
          defaultValue={typed}
          errors={errorsOf("code")}
          maxLength={80}
          autoComplete="off"
        />
        <Button>符号で確かめる</Button>
      </form>
      <SectionTitle>PDF ファイルで確かめる</SectionTitle>
      <form method="post" action="/verify" encType="multipart/form-data" noValidate className={panel}>
        <FileInput
          id="file"
          name="file"
          label="認定通知書の PDF ファイル"
          help="受け取ったままのファイルを選んでください（10 MB まで）。ファイルは保存しません。"
          accept=".pdf,application/pdf"
          errors={errorsOf("file")}
        />
        <Button>ファイルで確かめる</Button>
      </form>
    </>
  );
}

const Answer = ({ result }: { readonly result: VerdictWords }) => (
  <>
    <NotificationBanner kind={result.tone} title={result.title} announce>
      {result.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </NotificationBanner>
    {result.paper.length > 0 && (
      <div className="mb-8">
        <SummaryList rows={result.paper} />
      </div>
    )}
  </>
);
