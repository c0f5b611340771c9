import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { SHARING_SCOPES } from "#app/domain/sharing/scopes.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import {
  confirmClient,
  disableClient,
  listClients,
  registerClient,
  replayNotices,
} from "#app/usecases/sharing/manage-clients.server.ts";
import { typedText } from "../reviewer/command-page.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { ApiClientTable } from "./ApiClientTable.tsx";
import { NewApiClientForm } from "./NewApiClientForm.tsx";

export const handle = { scripts: false };
export const meta = () => [{ title: "連携先 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "api.manage", async ({ useCase, url, actor }) => {
  const listed = await listClients(useCase);
  if (!listed.ok) throw refusalResponse(listed.error);
  const { clients, lastChange } = listed.value;
  return {
    intentKey: useCase.newId(),
    done: url.searchParams.has("done"),
    clients: clients.map((client) => ({
      id: client.id,
      name: client.name,
      scopes: client.scopes.map((scope) => SHARING_SCOPES[scope]).join("、"),
      registered: `${client.createdByName}、${formatTokyoInstant(client.createdAt)}`,
      confirmed:
        client.confirmedAt === null
          ? null
          : `${client.confirmedByName ?? ""}、${formatTokyoInstant(client.confirmedAt)}`,
      disabled: client.disabledAt === null ? null : formatTokyoInstant(client.disabledAt),
      own: client.createdBy === actor.accountId,
      webhook: client.webhookUrl,
      behind: client.webhookUrl === "" ? null : Math.max(0, lastChange - client.delivered),
    })),
  };
});

export const action = guarded("staff", "api.manage", async ({ useCase, request, tools }) => {
  const form = await submittedForm(request);
  const id = typedText(form, "client");
  const intentKey = typedText(form, "intentKey");
  const typed = {
    name: typedText(form, "name"),
    webhookUrl: typedText(form, "webhookUrl"),
    scopes: form.getAll("scopes").map(String),
  };
  switch (typedText(form, "operation")) {
    case "register": {
      const registered = await registerClient(useCase, { ...typed, intentKey });
      if (!registered.ok) {
        if (registered.error.kind !== "invalid") throw refusalResponse(registered.error);
        return data({ typed, errors: registered.error.errors, secrets: null }, { status: 422 });
      }
      if (registered.value === null) throw redirect("/admin/api-clients");
      return data({ typed: null, errors: {}, secrets: registered.value });
    }
    case "confirm":
      return finish(await confirmClient(useCase, id));
    case "disable":
      return finish(await disableClient(useCase, id));
    case "replay": {
      const replayed = await replayNotices(useCase, { id, intentKey });
      tools.wakeWorker();
      return finish(replayed);
    }
    default:
      throw refusalResponse({ kind: "notFound" });
  }
});

function finish(result: Awaited<ReturnType<typeof confirmClient>>) {
  if (result.ok) throw redirect("/admin/api-clients?done=1");
  if (result.error.kind !== "invalid") throw refusalResponse(result.error);
  return data({ typed: null, errors: result.error.errors, secrets: null }, { status: 422 });
}

export default function ApiClients() {
  const { clients, intentKey, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[]>> = sent?.errors ?? {};
  return (
    <>
      {done && sent === undefined && <NotificationBanner kind="success" title="変更しました" announce />}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="連携先"
        lead="認定計画を読むほかの情報システムです。登録した人とは別の管理者が確かめると使えるようになります。"
      />
      {sent?.secrets !== undefined && sent.secrets !== null && (
        <NotificationBanner kind="warning" title="次の値は、この画面でしか見られません" announce>
          <p>安全な方法で連携先に渡してください。画面を閉じると、もう表示できません。</p>
          <SummaryList
            rows={[
              { key: "id", label: "連携先の番号（client_id）", value: sent.secrets.clientId },
              { key: "secret", label: "合言葉（client_secret）", value: sent.secrets.secret },
              { key: "webhook", label: "知らせの署名の鍵", value: sent.secrets.webhookSecret },
            ]}
          />
        </NotificationBanner>
      )}
      <ApiClientTable clients={clients} intentKey={intentKey} />
      <SectionTitle>連携先を登録する</SectionTitle>
      <NewApiClientForm intentKey={intentKey} typed={sent?.typed ?? null} errors={errors} />
      <p className="mt-6">
        口の説明は
        <a className="link" href="/api/v1/openapi.json">
          OpenAPI の文書
        </a>
        にあります。
      </p>
    </>
  );
}
