import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { guarded } from "#app/http/guard.server.ts";
import { isMultipart } from "#app/http/multipart.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { loadOwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { openAttachments } from "#app/usecases/attachments/open-attachments.server.ts";
import { receiveWhole } from "#app/usecases/attachments/receive-upload.server.ts";
import { removeAttachment } from "#app/usecases/attachments/remove-attachment.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { AttachmentCard, LeftoverCard } from "./AttachmentCard.tsx";
import { AttachmentNotices } from "./AttachmentNotices.tsx";
import { readAttachmentForm } from "./attachment-form.server.ts";
import { attachmentsView } from "./attachments-view.server.ts";
import { applicationPath, attachmentsPath, companyPath } from "./paths.ts";

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, url, useCase, tools }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const own = await loadOwnApplication(useCase, "plan.viewOwn", place);
  if (!own.ok) throw refusalResponse(own.error);
  if (!isEditable(own.value.status)) throw redirect(applicationPath(place));
  const opened = await openAttachments(useCase, tools, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  return {
    ...attachmentsView(place, opened.value, url.searchParams.get("replace")),
    done: url.searchParams.get("done"),
  };
});

export const action = guarded("applicant", "plan.draft", async ({ request, param, useCase, tools }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const back = attachmentsPath(place);
  if (!isMultipart(request)) {
    const form = await request.formData();
    const attachmentId = form.get("remove");
    const removed = await removeAttachment(useCase, {
      ...place,
      attachmentId: typeof attachmentId === "string" ? attachmentId : "",
    });
    if (!removed.ok) throw refusalResponse(removed.error);
    throw redirect(`${back}?done=removed`);
  }
  const form = await readAttachmentForm(request);
  if (form === null) return problem("", "file", "送信が途中で切れました。もう一度添付してください。");
  const { target, file } = form;
  if (file === null) return problem(target.kind, "file", "ファイルを選んでください。", target.rowIds);
  const received = await receiveWhole(useCase, tools, { ...place, target, bytes: file.bytes });
  await form.drain();
  if (!received.ok) {
    if (received.error.kind !== "invalid") throw refusalResponse(received.error);
    const [field = "file", messages = []] = Object.entries(received.error.errors)[0] ?? [];
    return problem(target.kind, field, messages.join(""), target.rowIds);
  }
  if (received.value.state === "refused")
    return problem(target.kind, "file", received.value.message, target.rowIds);
  tools.wakeWorker();
  throw redirect(`${back}?done=${target.replaces === null ? "attached" : "replaced"}#${target.kind}`);
});

const problem = (kind: string, field: string, message: string, rows: readonly string[] = []) =>
  data({ kind, field, message, rows }, { status: 422 });

export const meta = () => [{ title: "書類の添付 | 経営力向上計画 電子申請ポータル" }];

/** 検査が済んだかを見に行く間。 */
const SCAN_POLL_MS = 3_000;

export default function Attachments() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const { scanning } = page;
  useEffect(() => {
    if (!scanning) return undefined;
    const timer = setInterval(revalidate, SCAN_POLL_MS);
    return () => clearInterval(timer);
  }, [scanning, revalidate]);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(page.place.companyKey) },
          { label: "認定申請", href: applicationPath(page.place) },
          { label: "書類の添付" },
        ]}
      />
      {sent !== undefined && (
        <ErrorSummary errors={[{ message: sent.message, fieldId: `${sent.kind}-${sent.field}` }]} />
      )}
      <AttachmentNotices page={page} announced={sent === undefined ? page.done : null} />
      <PageTitle
        title="書類の添付"
        lead={`計画の内容から、添付が要る書類を示しています。${page.limits}`}
        caption={`いまの添付：${page.totals}`}
      />
      {page.kinds.map((kind) => (
        <AttachmentCard
          key={kind.id}
          kind={kind}
          page={page}
          problem={sent?.kind === kind.id ? sent : null}
        />
      ))}
      {page.leftover.length > 0 && <LeftoverCard files={page.leftover} place={page.place} />}
      <ButtonGroup>
        <ButtonLink href={`${applicationPath(page.place)}/check`}>内容を確かめて申請する</ButtonLink>
        <ButtonLink href={applicationPath(page.place)} variant="secondary">
          一覧に戻る
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
