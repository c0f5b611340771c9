import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  type Correction,
  type CorrectionErrors,
  itemField,
} from "#app/domain/certification/correct-notice.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import {
  correctCertificate,
  openCorrection,
} from "#app/usecases/certification/correct-certificate.server.ts";
import { CommandFrame } from "./CommandFrame.tsx";
import { VersionedForm } from "./VersionedForm.tsx";
import { commandInput, conflictMessage, finishCommand, subjectOf, typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定通知書の訂正 | 経営力向上計画 電子申請ポータル" }];

type Answer = {
  readonly typed: Correction;
  readonly errors: CorrectionErrors;
  readonly conflict: string | null;
};

export const loader = guarded("staff", "certificate.correct", async ({ useCase, param }) => {
  const opened = await openCorrection(useCase, param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, notice, next, obstacle } = opened.value;
  return data(
    {
      subject: subjectOf(application, obstacle !== null),
      addressee: notice.addressee,
      items: notice.items,
      next,
      obstacle,
    },
    { status: obstacle === null ? 200 : 409 },
  );
});

export const action = guarded("staff", "certificate.correct", async (guard) => {
  const form = await submittedForm(guard.request);
  const opened = await openCorrection(guard.useCase, guard.param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const typed: Correction = {
    address: typedText(form, "address"),
    name: typedText(form, "name"),
    representative: typedText(form, "representative"),
    items: opened.value.notice.items.map((_item, index) => typedText(form, itemField(index))),
    reason: typedText(form, "reason"),
  };
  const result = await correctCertificate(guard.useCase, guard.tools.pdf, {
    ...commandInput(guard, form),
    correction: typed,
  });
  if (!result.ok && result.error.kind === "invalid")
    return data<Answer>({ typed, errors: result.error.errors, conflict: null }, { status: 422 });
  const conflict = result.ok ? null : conflictMessage(result.error);
  return conflict === null
    ? finishCommand(guard, result, "corrected")
    : data<Answer>({ typed, errors: {}, conflict }, { status: 409 });
});

export default function Correct() {
  const { subject, addressee, items, next, obstacle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed;
  const errors: CorrectionErrors = answer?.errors ?? {};
  const field = (name: string, label: string, value: string) => ({
    id: name,
    name,
    label,
    defaultValue: value,
    errors: errors[name] ?? [],
    required: true,
  });
  return (
    <CommandFrame
      subject={subject}
      title="認定通知書の訂正"
      obstacle={obstacle}
      conflict={answer?.conflict}
      typed={typed === undefined ? [] : [typed.reason]}
      lead={`誤りを直した第${next}版を発行します。文書番号、日付、本文は変わりません。前の版は残り、確認の画面で「訂正されています」と示されます。申請者にはメールで知らせます。`}
    >
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <VersionedForm subject={subject} button={`第${next}版を発行する`}>
        <SectionTitle>宛先</SectionTitle>
        <Textarea {...field("address", "宛先の所在地", typed?.address ?? addressee.address)} rows={2} />
        <Input {...field("name", "宛先の名称", typed?.name ?? addressee.name)} />
        <Input
          {...field(
            "representative",
            "代表者の役職名及び氏名",
            typed?.representative ?? addressee.representative,
          )}
          required={addressee.representative !== ""}
        />
        {items.length > 0 && <SectionTitle>記</SectionTitle>}
        {items.map((item, index) => (
          <Textarea
            key={item.label}
            {...field(itemField(index), item.label, typed?.items[index] ?? item.value)}
            rows={2}
          />
        ))}
        <SectionTitle>理由</SectionTitle>
        <Textarea
          {...field("reason", "訂正の理由", typed?.reason ?? "")}
          help="申請者にも、このまま見えます。"
          rows={3}
        />
      </VersionedForm>
    </CommandFrame>
  );
}
