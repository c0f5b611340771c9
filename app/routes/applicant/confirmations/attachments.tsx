/** 投資計画の確認に書類を添付する。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { attachmentLimits, formatBytes } from "#app/domain/attachment/attachment-limits.ts";
import { scanStateWords } from "#app/domain/attachment/scan-state.ts";
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { guarded } from "#app/http/guard.server.ts";
import { isMultipart } from "#app/http/multipart.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { attachEvidence } from "#app/usecases/confirmations/attach-evidence.server.ts";
import { openConfirmation } from "#app/usecases/confirmations/open-confirmation.server.ts";
import { removeEvidence } from "#app/usecases/confirmations/remove-evidence.server.ts";
import { readAttachmentForm } from "../attachment-form.server.ts";
import { companyPath } from "../paths.ts";
import { EvidenceKind } from "./EvidenceKind.tsx";
import { confirmationPath, confirmationsPath, evidencePath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "書類の添付 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "confirmation.viewOwn", async ({ param, url, useCase }) => {
  const place = { companyKey: param("company"), confirmationId: param("id") };
  const opened = await openConfirmation(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { draft } = opened.value;
  if (draft === null) throw redirect(confirmationPath(place));
  const { evidence } = draft;
  return {
    place,
    done: url.searchParams.get("done"),
    kinds: evidence.required.map(({ kind, requirement }) => ({
      id: kind.id,
      name: kind.name,
      help: kind.help ?? "",
      required: requirement === "required",
      unconfirmed: mayBlock(kind.certainty) ? null : certaintyLabel[kind.certainty],
      files: evidence.files
        .filter((file) => file.kind === kind.id)
        .map(({ id, fileName, size, scan }) => ({
          id,
          fileName,
          about: `${formatBytes(size)}、${scanStateWords[scan]}`,
        })),
    })),
    limits: `一つのファイルは${formatBytes(attachmentLimits.fileBytes)}まで、全部で${attachmentLimits.files}個までです。`,
  };
});

export const action = guarded(
  "applicant",
  "confirmation.draft",
  async ({ request, param, useCase, tools }) => {
    const place = { companyKey: param("company"), confirmationId: param("id") };
    const back = evidencePath(place);
    if (!isMultipart(request)) {
      const attachmentId = (await request.formData()).get("remove");
      const removed = await removeEvidence(useCase, {
        ...place,
        attachmentId: typeof attachmentId === "string" ? attachmentId : "",
      });
      if (!removed.ok) throw refusalResponse(removed.error);
      throw redirect(`${back}?done=removed`);
    }
    const form = await readAttachmentForm(request);
    if (form === null) return problem("", "送信が途中で切れました。もう一度添付してください。");
    const { target, file } = form;
    if (file === null) return problem(target.kind, "ファイルを選んでください。");
    const { kind, fileName } = target;
    const attached = await attachEvidence(useCase, tools, { ...place, kind, fileName, bytes: file.bytes });
    await form.drain();
    if (!attached.ok) {
      if (attached.error.kind !== "invalid") throw refusalResponse(attached.error);
      return problem(kind, Object.values(attached.error.errors).flat().join(""));
    }
    tools.wakeWorker();
    throw redirect(`${back}?done=attached#${kind}`);
  },
);

const problem = (kind: string, message: string) => data({ kind, message }, { status: 422 });

export default function EvidencePage() {
  const { place, kinds, limits, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(place.companyKey) },
          { label: "投資計画の確認", href: confirmationsPath(place.companyKey) },
          { label: "申請", href: confirmationPath(place) },
          { label: "書類の添付" },
        ]}
      />
      {sent !== undefined && (
        <ErrorSummary errors={[{ message: sent.message, fieldId: `file-${sent.kind}` }]} />
      )}
      {sent === undefined && done !== null && (
        <NotificationBanner
          kind="success"
          title={done === "removed" ? "取り除きました" : "添付しました"}
          announce
        />
      )}
      <PageTitle title="書類の添付" lead={limits} />
      {kinds.map((kind) => (
        <EvidenceKind
          key={kind.id}
          kind={kind}
          files={evidencePath(place)}
          problem={sent?.kind === kind.id ? sent.message : null}
        />
      ))}
      <ButtonGroup>
        <ButtonLink href={`${confirmationPath(place)}/submit`}>申請の確認へ</ButtonLink>
        <ButtonLink href={confirmationPath(place)} variant="secondary">
          欄に戻る
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
