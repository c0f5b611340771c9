/** 取り直した GビズID のアカウントへの引継ぎを、違いを見て求める。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { askRelink, openRelink } from "#app/usecases/accounts/relink-account.server.ts";
import { typedText } from "../reviewer/command-page.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { RelinkForm } from "./RelinkForm.tsx";
import { RelinkTable } from "./RelinkTable.tsx";
import { relinkView } from "./relink-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "取り直したアカウントへの引継ぎ | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "users.manage", async ({ useCase, param, url }) => {
  const number = (url.searchParams.get("number") ?? "").trim();
  const opened = await openRelink(useCase, param("account"), number);
  if (!opened.ok) throw refusalResponse(opened.error);
  const view = relinkView(opened.value, number);
  return data(view, { status: view.fault === null ? 200 : 400 });
});

export const action = guarded("staff", "users.manage", async ({ useCase, param, request }) => {
  const form = await submittedForm(request);
  const typed = { successor: typedText(form, "successor"), reason: typedText(form, "reason") };
  const asked = await askRelink(useCase, {
    accountId: param("account"),
    successorId: typed.successor,
    reason: typed.reason,
  });
  if (asked.ok) throw redirect(`/admin/accounts?number=${typedText(form, "company")}&done=asked`);
  if (asked.error.kind !== "invalid") throw refusalResponse(asked.error);
  return data({ typed, errors: asked.error.errors }, { status: 422 });
});

export default function Relink() {
  const { name, companyName, companyKey, sole, number, fault, candidates, moving } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = {
    ...(fault === null ? {} : { number: [fault] }),
    ...sent?.errors,
  };
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "事業者のアカウント", href: `/admin/accounts?number=${companyKey}` },
          { label: "引継ぎ" },
        ]}
      />
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="取り直したアカウントへの引継ぎ"
        caption={`${companyName}　${name}`}
        lead="GビズIDを取り直した人の前のアカウントを閉じ、下書き、申請、認定、連絡を新しいアカウントで続けられるようにします。別の管理者が確かめるまで、何も変わりません。"
      />
      <InlineHint tone="warning">
        確かめて効いた引継ぎは、元に戻せません。本人からの申出と登記などで、同じ会社、同じ事業主であることを確かめてください。氏名やメールアドレスが同じだけでは足りません。
      </InlineHint>
      {sole && (
        <form method="get" noValidate className="mt-6">
          <Input
            id="number"
            name="number"
            label="引き継ぐ先の管理番号"
            help="個人事業主の管理番号が変わったときは、新しい13桁の番号を入れてください。変わっていなければ、空のままにします。"
            defaultValue={number}
            errors={errors["number"]}
            width="sm"
            maxLength={20}
          />
          <Button variant="secondary">この番号のアカウントを見る</Button>
        </form>
      )}
      <SectionTitle>引き継ぐ先の候補</SectionTitle>
      <RelinkTable candidates={candidates} />
      {moving > 0 && (
        <p className="mt-4">
          会社の番号が変わるので、申請と下書き{moving}
          件の会社の番号を移します。発行した書類の中身は変わりません。
        </p>
      )}
      {candidates.some((one) => one.fault === null) && (
        <RelinkForm
          companyKey={companyKey}
          candidates={candidates}
          typed={sent?.typed ?? { successor: "", reason: "" }}
          errors={errors}
        />
      )}
    </>
  );
}
