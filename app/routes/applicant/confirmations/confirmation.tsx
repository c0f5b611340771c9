/** 一つの投資計画の確認。書き換えられる間は欄と計算、申請の後は様子と結果。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filingStanding, mayFileIn } from "#app/domain/access/mandate.ts";
import { readConfirmation } from "#app/domain/confirmation/check.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { ConfirmationStatusTag } from "#app/ui/confirmation/ConfirmationStatusTag.tsx";
import { RequirementList } from "#app/ui/confirmation/RequirementList.tsx";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { openConfirmation } from "#app/usecases/confirmations/open-confirmation.server.ts";
import { saveConfirmation } from "#app/usecases/confirmations/save-confirmation.server.ts";
import { companyPath } from "../paths.ts";
import { ConfirmationForm } from "./ConfirmationForm.tsx";
import { FiledView } from "./FiledView.tsx";
import { confirmationPage } from "./confirmation-page.server.ts";
import { readConfirmationForm } from "./confirmation-form.server.ts";
import { confirmationPath, confirmationsPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認 | 経営力向上計画 電子申請ポータル" }];

const doneWords: Readonly<Record<string, string>> = {
  saved: "保存しました",
  filed: "申請しました",
  withdrawn: "取り下げました",
};

export const loader = guarded("applicant", "confirmation.viewOwn", async ({ param, url, useCase, actor }) => {
  const place = { companyKey: param("company"), confirmationId: param("id") };
  const opened = await openConfirmation(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  return {
    place,
    done: doneWords[url.searchParams.get("done") ?? ""] ?? null,
    mayAct: mayFileIn(filingStanding(actor)),
    mayReceive: actor.accountType !== "entry",
    ...confirmationPage(currentRulebook(useCase).rulebook, opened.value),
  };
});

export const action = guarded("applicant", "confirmation.draft", async ({ request, param, useCase }) => {
  const place = { companyKey: param("company"), confirmationId: param("id") };
  const opened = await openConfirmation(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { type, version } = opened.value.confirmation;
  const posted = readConfirmationForm(type, await request.formData());
  const saved = await saveConfirmation(useCase, { ...place, ...posted });
  if (!saved.ok) {
    if (saved.error.kind !== "stale") throw refusalResponse(saved.error);
    const { findings } = readConfirmation(type, posted.answers);
    return data(
      {
        message: staleMessage(saved.error),
        answers: posted.answers,
        version,
        findings: findings.filter(({ check }) => check !== "required"),
      },
      { status: 409 },
    );
  }
  const base = confirmationPath(place);
  throw redirect(posted.next === "stay" ? `${base}?done=saved` : `${base}/${posted.next}`);
});

export default function Confirmation() {
  const page = useLoaderData<typeof loader>();
  const conflict = useActionData<typeof action>();
  const { place, draft, filed } = page;
  const findings = conflict?.findings ?? draft?.findings ?? [];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: "投資計画の確認", href: confirmationsPath(place.companyKey) },
          { label: page.receiptNumber ?? "下書き" },
        ]}
      />
      {conflict !== undefined && (
        <NotificationBanner kind="error" title="保存していません" announce>
          <p>{conflict.message}</p>
          <p>
            下の欄には、いま打った内容を残しています。この内容で保存するときは、もう一度「保存する」を押してください。
          </p>
        </NotificationBanner>
      )}
      {page.done !== null && conflict === undefined && (
        <NotificationBanner kind="success" title={page.done} announce />
      )}
      {draft !== null && (
        <ErrorSummary
          errors={findings
            .filter(({ severity }) => severity === "error")
            .map(({ message, section, field }) => ({ message, fieldId: `${section}-${field}` }))}
        />
      )}
      <PageTitle
        title="投資計画の確認"
        caption={[page.typeWords, page.receiptNumber].filter(Boolean).join("　")}
        tag={<ConfirmationStatusTag status={page.status} />}
      />
      {page.comments.length > 0 && (
        <NotificationBanner kind="warning" title="修正の依頼があります">
          <ul className="list-disc pl-6">
            {page.comments.map(({ key, label, anchor, text }) => (
              <li key={key} className="whitespace-pre-line">
                {anchor === "" ? (
                  label
                ) : (
                  <a className="link" href={`#${anchor}`}>
                    {label}
                  </a>
                )}
                ：{text}
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {draft === null || filed === null ? null : <p>受付番号は、出し直しても変わりません。</p>}
      {draft !== null && (
        <>
          <ConfirmationForm
            type={page.type}
            answers={conflict?.answers ?? draft.answers}
            version={conflict?.version ?? page.version}
            findings={findings}
            prefectures={draft.prefectures}
          />
          <SectionTitle>要件の計算</SectionTitle>
          <p className="mb-4">保存した内容で計算しています。</p>
          <RequirementList requirements={draft.requirements} />
          <p className="mt-6">添付した書類：{draft.attached}件</p>
        </>
      )}
      {draft === null && filed !== null && <FiledView page={{ ...page, filed }} />}
    </>
  );
}
