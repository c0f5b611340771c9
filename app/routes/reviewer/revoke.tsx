import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { loadCertificate } from "#app/usecases/certification/change-certificate.server.ts";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import { previewRevocation } from "#app/usecases/review/preview-notice.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { NoticeObstacle } from "./NoticeObstacle.tsx";
import { NoticePreview } from "./NoticePreview.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import { commandInput, conflictMessage, finishCommand, subjectOf, typedText } from "./command-page.server.ts";
import { noticePreviewView } from "./notice-preview-view.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定の取消し | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "certificate.revoke", async ({ useCase, tools, param }) => {
  const loaded = await loadCertificate(useCase, "certificate.revoke", param("id"));
  if (!loaded.ok) throw refusalResponse(loaded.error);
  const { application, certification, obstacle } = loaded.value;
  const preview = await previewRevocation(useCase, tools.pdf, loaded.value, "");
  return data(
    {
      subject: subjectOf(application, obstacle !== null),
      number: certification.number,
      obstacle,
      ...noticePreviewView(preview),
    },
    { status: obstacle === null ? 200 : 409 },
  );
});

export const action = guarded("staff", "certificate.revoke", async (guard) => {
  const form = await submittedForm(guard.request);
  const reason = typedText(form, "reason");
  const { useCase, tools } = guard;
  if (form.get("do") === "preview") {
    const loaded = await loadCertificate(useCase, "certificate.revoke", guard.param("id"));
    if (!loaded.ok) throw refusalResponse(loaded.error);
    const preview = noticePreviewView(await previewRevocation(useCase, tools.pdf, loaded.value, reason));
    return data({ reason, errors: preview.obstacles.unprintable, conflict: null, preview }, { status: 200 });
  }
  const result = await revokeCertificate(useCase, tools.pdf, { ...commandInput(guard, form), reason });
  if (!result.ok && result.error.kind === "invalid") {
    const errors = result.error.errors["reason"] ?? [];
    return data({ reason, errors, conflict: null, preview: null }, { status: 422 });
  }
  // 足りない値と刷れない文字は、開き直した画面が名前を挙げて示す。
  if (!result.ok && (result.error.kind === "noticeIncomplete" || result.error.kind === "noticeUnprintable"))
    return data({ reason, errors: [], conflict: null, preview: null }, { status: 422 });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "revoked")
    : data({ reason, errors: [], conflict, preview: null }, { status: 409 });
});

export default function Revoke() {
  const { subject, number, obstacle, ...opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: readonly string[] = answer?.errors ?? [];
  const { notice, doubt, variants } = answer?.preview ?? opened;
  return (
    <CommandFrame
      subject={subject}
      title="認定の取消し"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={[answer?.reason ?? ""]}
      lead={`${number} の認定を取り消します。取り消すと番号が決まり、理由と不服の申立て方を記した通知書が作られ、申請者にメールで知らせます。確認の画面は「取り消されています」と答えるようになります。取り消した後は戻せません。`}
    >
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "reason" }))} />
      <NoticeObstacle
        title="取消しの通知書を作れないため、取り消せません"
        remedies={[]}
        {...opened.obstacles}
      />
      {opened.notice !== null && (
        <VersionedForm subject={subject} button="認定を取り消す" variant="danger">
          <Textarea
            id="reason"
            name="reason"
            label="取消しの理由"
            help="通知書に刷られ、申請者にもこのまま見えます。"
            required
            rows={5}
            defaultValue={answer?.reason ?? ""}
            errors={errors}
          />
          <div className="mb-6">
            <Button variant="secondary" size="small" name="do" value="preview">
              この理由で通知書を確かめる
            </Button>
          </div>
          {notice !== null && (
            <NoticePreview
              notice={notice}
              words={{ title: "取消しの通知書", issuedOn: "取消しの日" }}
              doubt={doubt}
              variants={variants}
            />
          )}
        </VersionedForm>
      )}
    </CommandFrame>
  );
}
