import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { directoryFirstNames, directorySources } from "#app/domain/company-facts/company-facts.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { overrideClosure } from "#app/usecases/companies/closed-company.server.ts";
import { currentRulebook } from "#app/usecases/context.ts";
import { readDirectories } from "#app/usecases/companies/read-directories.server.ts";
import { typedText } from "../reviewer/command-page.server.ts";
import { submittedForm } from "../reviewer/submitted-form.server.ts";
import { AskedCompany } from "./AskedCompany.tsx";
import { askedView } from "./asked-company.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "外部との接続 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "directory.manage", async ({ useCase, tools, url }) => {
  const number = url.searchParams.get("number") ?? "";
  const read = await readDirectories(useCase, tools, number);
  if (!read.ok) throw refusalResponse(read.error);
  const { states, asked } = read.value;
  const when = (instant: string | null | undefined) =>
    typeof instant === "string" ? formatTokyoInstant(instant) : "まだありません";
  const unreadable = number !== "" && asked === null;
  const page = {
    number,
    intentKey: useCase.newId(),
    unreadable,
    done: url.searchParams.has("done"),
    asked: asked === null ? null : askedView(asked, currentRulebook(useCase).rulebook.prefectures),
    directories: directorySources.map((source) => {
      const state = states.find((one) => one.source === source);
      return {
        name: directoryFirstNames[source],
        used: tools.directories.some((one) => one.source === source),
        succeededAt: when(state?.succeededAt),
        failedAt: when(state?.failedAt),
        failure: state?.failure ?? "",
        failures: state?.failures ?? 0,
        drift:
          typeof state?.driftedAt === "string"
            ? `${formatTokyoInstant(state.driftedAt)}（${(state.drift ?? []).join("、")}）`
            : "ありません",
      };
    }),
  };
  return data(page, { status: unreadable ? 400 : 200 });
});

export const action = guarded("staff", "directory.manage", async ({ useCase, request }) => {
  const form = await submittedForm(request);
  const number = typedText(form, "number");
  const reason = typedText(form, "reason");
  const saved = await overrideClosure(useCase, {
    corporateNumber: number,
    reason,
    intentKey: typedText(form, "intentKey"),
  });
  if (saved.ok) throw redirect(`/admin/connections?number=${encodeURIComponent(number)}&done=1`);
  if (saved.error.kind !== "invalid") throw refusalResponse(saved.error);
  return data({ reason, errors: saved.error.errors["reason"] ?? [] }, { status: 422 });
});

export default function Connections() {
  const { directories, number, unreadable, asked, done, intentKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      {done && <NotificationBanner kind="success" title="申請を認める記録を残しました" announce />}
      <PageTitle
        title="外部との接続"
        lead="会社の公表の値を読みに行く相手と、つながり具合です。つながらないときも、下書きと申請と審査は止まりません。"
      />
      <Table
        caption="会社の公表の値を読みに行く相手"
        variant="cards"
        rows={directories}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", header: "相手", rowHeader: true, cell: ({ name }) => name },
          { key: "used", header: "設定", cell: ({ used }) => (used ? "使っています" : "設定がありません") },
          { key: "succeeded", header: "最後の成功", cell: ({ succeededAt }) => succeededAt },
          {
            key: "failed",
            header: "最後の失敗",
            cell: ({ failedAt, failure, failures }) => (
              <>
                {failedAt}
                {failure !== "" && <span className="block">{failure}</span>}
                {failures > 0 && <span className="block">続けて{failures}回</span>}
              </>
            ),
          },
          { key: "drift", header: "答えの形の変化", cell: ({ drift }) => drift },
        ]}
      />
      <SectionTitle>一つの会社を確かめる</SectionTitle>
      <form method="get" noValidate className="mb-6">
        <Input
          id="number"
          name="number"
          label="法人番号"
          help="13桁の番号です。控えが24時間より古ければ、もう一度読みに行きます。"
          defaultValue={number}
          errors={unreadable ? ["13桁の法人番号を入力してください"] : []}
          width="sm"
          maxLength={20}
        />
        <Button>確かめる</Button>
      </form>
      {asked !== null && (
        <AskedCompany
          asked={asked}
          intentKey={intentKey}
          reason={sent?.reason ?? ""}
          errors={sent?.errors ?? []}
        />
      )}
    </>
  );
}
