import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MINOR_CHANGE_LIMIT, minorChangeSubjects } from "#app/domain/plan-life/minor-change.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { notifyMinorChange, openMinorChange } from "#app/usecases/plans/notify-minor-change.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { companyPath, startChangePath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.file", async ({ param, url, useCase }) => {
  const own = { companyKey: param("company"), planId: param("plan") };
  const opened = await openMinorChange(useCase, own);
  if (!opened.ok) throw refusalResponse(opened.error);
  return {
    companyKey: own.companyKey,
    number: opened.value.number,
    intentKey: useCase.newId(),
    done: url.searchParams.get("done") === "notified",
  };
});

export const action = guarded("applicant", "plan.file", async ({ request, param, url, useCase, tools }) => {
  const form = await request.formData();
  const typedOf = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const typed = { subject: typedOf("subject"), text: typedOf("text") };
  const notified = await notifyMinorChange(useCase, {
    companyKey: param("company"),
    planId: param("plan"),
    intentKey: typedOf("intentKey") === "" ? useCase.newId() : typedOf("intentKey"),
    typed,
  });
  if (!notified.ok) {
    if (notified.error.kind === "invalid")
      return data({ typed, errors: notified.error.errors }, { status: 422 });
    throw refusalResponse(notified.error);
  }
  tools.wakeWorker();
  throw redirect(`${url.pathname}?done=notified`);
});

export const meta = () => [{ title: "軽微な変更の届出 | 経営力向上計画 電子申請ポータル" }];

export default function MinorChange() {
  const { companyKey, number, intentKey, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[] | undefined>> = sent?.errors ?? {};
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: companyPath(companyKey) },
          { label: "認定を受けた計画を変える", href: startChangePath(companyKey) },
          { label: "軽微な変更の届出" },
        ]}
      />
      {done && sent === undefined && (
        <NotificationBanner kind="success" title="軽微な変更を届け出ました" announce>
          <p>届出は計画の歩みに残り、認定した局に知らせました。</p>
        </NotificationBanner>
      )}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          (messages ?? []).map((message) => ({ message, fieldId })),
        )}
      />
      <PageTitle
        title="軽微な変更の届出"
        caption={`認定番号 ${number}`}
        lead="代表者の交代や、額のわずかな違いなど、認定を受け直さなくてよい変更を局に知らせます。計画の中身は変わりません。"
      />
      <NotificationBanner kind="info" title="軽微な変更に当たるか迷うとき">
        <p>
          どこまでが軽微な変更に当たるかは、公表の資料で確かめられていません。設備や実施事項を足す、実施時期を延ばすなどは、
          <a className="link" href={startChangePath(companyKey)}>
            変更の認定の申請
          </a>
          になります。迷うときは、認定した局に確かめてください。
        </p>
      </NotificationBanner>
      <form method="post" noValidate>
        <input type="hidden" name="intentKey" value={intentKey} />
        <Radios
          id="subject"
          name="subject"
          label="変わったこと"
          required
          options={Object.entries(minorChangeSubjects).map(([value, label]) => ({ value, label }))}
          defaultValue={sent?.typed.subject}
          errors={errors["subject"]}
        />
        <Textarea
          id="text"
          name="text"
          label="変更の内容"
          required
          rows={4}
          maxCharacters={MINOR_CHANGE_LIMIT}
          help="変更の前と後、変わった日が分かるように書きます。"
          example="令和9年4月1日に、代表取締役が髙橋健一から髙橋美咲に代わった。"
          defaultValue={sent?.typed.text ?? ""}
          errors={errors["text"]}
        />
        <ButtonGroup>
          <Button>届け出る</Button>
          <ButtonLink href={startChangePath(companyKey)} variant="secondary">
            届け出ずに戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
