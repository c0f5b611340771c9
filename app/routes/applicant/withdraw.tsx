import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { availableCommands } from "#app/domain/workflow/transitions.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { openApplication } from "#app/usecases/applications/open-application.server.ts";
import {
  recallApplication,
  withdrawApplication,
} from "#app/usecases/applications/withdraw-application.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { applicationPath } from "./paths.ts";

export const handle = { scripts: false };

const REASON_LIMIT = 500;
const formSchema = z.object({
  version: z.coerce.number().int(),
  command: z.enum(["recall", "withdraw"]),
  reason: z.string().max(REASON_LIMIT, `${REASON_LIMIT}文字以内で入力してください。`).default(""),
});

export const loader = guarded("applicant", "plan.withdraw", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const opened = await openApplication(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application } = opened.value;
  const commands = availableCommands(application.status);
  return {
    place,
    version: application.version,
    canRecall: commands.includes("recall"),
    canWithdraw: commands.includes("withdraw"),
  };
});

export const action = guarded("applicant", "plan.withdraw", async ({ request, param, useCase, tools }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const submission = parseWithZod(await request.formData(), { schema: formSchema });
  if (submission.status !== "success") {
    const reply = submission.reply();
    const typed = submission.payload["reason"];
    return data(
      { errors: reply.error?.["reason"] ?? [], reason: typeof typed === "string" ? typed : "" },
      { status: 422 },
    );
  }
  const { command, reason, version } = submission.value;
  if (command === "withdraw" && reason.trim() === "")
    return data({ errors: ["取り下げる理由を入力してください。"], reason }, { status: 422 });
  const applied =
    command === "recall"
      ? await recallApplication(useCase, { ...place, version })
      : await withdrawApplication(useCase, { ...place, version, reason });
  if (!applied.ok) throw refusalResponse(applied.error);
  tools.wakeWorker();
  throw redirect(`${applicationPath(place)}?done=${command === "recall" ? "recalled" : "withdrawn"}`);
});

export const meta = () => [{ title: "引戻しと取下げ | 経営力向上計画 電子申請ポータル" }];

export default function Withdraw() {
  const { place, version, canRecall, canWithdraw } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? [];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${place.companyKey}` },
          { label: "認定申請", href: applicationPath(place) },
          { label: "引戻しと取下げ" },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "reason" }))} />
      <PageTitle title="申請の引戻しと取下げ" />
      {canRecall && (
        <form method="post" className="mb-8">
          <SectionTitle>引き戻して直す</SectionTitle>
          <p>まだ受理されていないので、下書きに戻して直せます。受付番号は変わりません。</p>
          <input type="hidden" name="version" value={version} />
          <div className="mt-4">
            <Button name="command" value="recall" variant="secondary">
              申請を引き戻す
            </Button>
          </div>
        </form>
      )}
      {canWithdraw ? (
        <form method="post" noValidate>
          <SectionTitle>取り下げる</SectionTitle>
          <p>取り下げた申請は元に戻せません。もう一度申請するときは、新しい申請になります。</p>
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
          <Button name="command" value="withdraw" variant="danger">
            申請を取り下げる
          </Button>
        </form>
      ) : (
        <p>この申請は、いまは取り下げることができません。</p>
      )}
    </>
  );
}
