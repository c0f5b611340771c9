/** 投資計画の確認の申請を取り下げる。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { openConfirmation } from "#app/usecases/confirmations/open-confirmation.server.ts";
import { withdrawConfirmation } from "#app/usecases/confirmations/withdraw-confirmation.server.ts";
import { companyPath } from "../paths.ts";
import { confirmationPath, confirmationsPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認の取下げ | 経営力向上計画 電子申請ポータル" }];

const REASON_LIMIT = 500;

export const loader = guarded("applicant", "confirmation.withdraw", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), confirmationId: param("id") };
  const opened = await openConfirmation(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { confirmation } = opened.value;
  if (confirmation.status !== "filed" && confirmation.status !== "returned")
    throw redirect(confirmationPath(place));
  return { place, version: confirmation.version };
});

export const action = guarded(
  "applicant",
  "confirmation.withdraw",
  async ({ request, param, useCase, tools }) => {
    const place = { companyKey: param("company"), confirmationId: param("id") };
    const form = await request.formData();
    const [version, reason] = [form.get("version"), form.get("reason")];
    const typed = typeof reason === "string" ? reason : "";
    const withdrawn = await withdrawConfirmation(useCase, {
      ...place,
      version: typeof version === "string" && /^\d{1,9}$/u.test(version) ? Number(version) : -1,
      reason: typed,
    });
    if (!withdrawn.ok) {
      if (withdrawn.error.kind !== "invalid") throw refusalResponse(withdrawn.error);
      return data({ errors: withdrawn.error.errors["reason"] ?? [], reason: typed }, { status: 422 });
    }
    tools.wakeWorker();
    throw redirect(`${confirmationPath(place)}?done=withdrawn`);
  },
);

export default function WithdrawConfirmation() {
  const { place, version } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? [];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: "投資計画の確認", href: confirmationsPath(place.companyKey) },
          { label: "申請", href: confirmationPath(place) },
          { label: "取下げ" },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "reason" }))} />
      <PageTitle
        title="投資計画の確認の取下げ"
        lead="取り下げた申請は元に戻せません。もう一度確認を受けるときは、新しい申請になります。"
      />
      <form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          id="reason"
          name="reason"
          label="取り下げる理由"
          required
          rows={3}
          maxCharacters={REASON_LIMIT}
          defaultValue={sent?.reason ?? ""}
          errors={errors}
        />
        <ButtonGroup>
          <Button variant="danger">申請を取り下げる</Button>
          <ButtonLink href={confirmationPath(place)} variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
