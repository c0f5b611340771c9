/** 投資計画の確認を始める。類型を選ぶ。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  confirmationTypes,
  confirmationTypeWords,
  isConfirmationType,
} from "#app/domain/confirmation/confirmation-type.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { startConfirmation } from "#app/usecases/confirmations/start-confirmation.server.ts";
import { companyPath } from "../paths.ts";
import { confirmationPath, confirmationsPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "投資計画の確認を始める | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "confirmation.draft", async ({ param, useCase }) => {
  const { types } = currentRulebook(useCase).rulebook.equipment;
  return {
    companyKey: param("company"),
    intentKey: useCase.newId(),
    options: confirmationTypes.map((type) => ({
      value: type,
      label: confirmationTypeWords[type],
      hint: types.has(type)
        ? `${types.get(type)?.requirement ?? ""}。要る書類：${types.get(type)?.document ?? ""}`
        : undefined,
    })),
  };
});

export const action = guarded("applicant", "confirmation.draft", async ({ request, param, useCase }) => {
  const form = await request.formData();
  const type = form.get("type");
  const intentKey = form.get("intentKey");
  if (!isConfirmationType(type))
    return data({ errors: ["設備の類型を選んでください。"], type: "" }, { status: 422 });
  const started = await startConfirmation(useCase, {
    companyKey: param("company"),
    type,
    intentKey: typeof intentKey === "string" && intentKey !== "" ? intentKey : useCase.newId(),
  });
  if (!started.ok) {
    if (started.error.kind !== "invalid") throw refusalResponse(started.error);
    return data({ errors: started.error.errors["type"] ?? [], type }, { status: 422 });
  }
  throw redirect(confirmationPath({ companyKey: param("company"), ...started.value }));
});

export default function NewConfirmation() {
  const { companyKey, intentKey, options } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? [];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(companyKey) },
          { label: "投資計画の確認", href: confirmationsPath(companyKey) },
          { label: "新しく確認を受ける" },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "type" }))} />
      <PageTitle
        title="投資計画の確認を始める"
        lead="はじめに、設備の類型を選びます。途中で変えることはできません。類型の違う設備は、別の申請にします。"
      />
      <form method="post" noValidate>
        <input type="hidden" name="intentKey" value={intentKey} />
        <Radios
          id="type"
          name="type"
          label="設備の類型"
          required
          options={options}
          defaultValue={sent?.type ?? ""}
          errors={errors}
        />
        <ButtonGroup>
          <Button>始める</Button>
          <ButtonLink href={confirmationsPath(companyKey)} variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
