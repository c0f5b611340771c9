/** 一つの調査のメール: 送られる姿、確かめ、進み具合、停止。 */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { decideSurvey } from "#app/usecases/surveys/decide-survey.server.ts";
import { openSurvey } from "#app/usecases/surveys/open-surveys.server.ts";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";
import { SurveyMail } from "./SurveyMail.tsx";
import { filterWords, surveyState } from "./survey-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "調査のメールの進み具合 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "surveys.confirm", async ({ useCase, param }) => {
  const opened = openSurvey(useCase, param("survey"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { survey, progress, sample, finished, mayConfirm } = opened.value;
  const stamp = (name: string | null, at: string | null) =>
    name === null || at === null ? "まだです" : `${name}、${formatTokyoInstant(at)}`;
  return {
    id: survey.id,
    subject: survey.subject,
    sample,
    mayConfirm,
    open: survey.state === "proposed",
    stoppable: survey.state === "sending" && !finished,
    started: survey.state === "sending" || survey.state === "stopped",
    spreading: survey.state === "sending" && survey.spreadAt === null,
    progress,
    facts: {
      state: surveyState(survey, finished),
      to: filterWords(currentRulebook(useCase).rulebook, survey.filter),
      recipients: survey.recipients,
      proposed: stamp(survey.proposedByName, survey.proposedAt),
      decided: stamp(survey.decidedByName, survey.decidedAt),
    },
  };
});

export const action = guarded("staff", "surveys.confirm", async ({ useCase, param, request, tools }) => {
  const command = typedText(await submittedForm(request), "do");
  const done = await decideSurvey(
    useCase,
    param("survey"),
    command === "confirm" || command === "stop" ? command : "reject",
  );
  if (done.ok) {
    tools.wakeWorker();
    throw redirect(`/review/surveys/${param("survey")}`);
  }
  if (done.error.kind === "invalid")
    return data({ problem: done.error.errors["confirm"]?.[0] ?? "" }, { status: 422 });
  if (done.error.kind === "stale") return data({ problem: staleMessage(done.error) }, { status: 409 });
  throw refusalResponse(done.error);
});

export default function Survey() {
  const { id, subject, sample, mayConfirm, open, stoppable, started, spreading, progress, facts } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const mails = (total: number) => `${total.toLocaleString("ja-JP")}通`;
  return (
    <>
      <Breadcrumbs items={[{ label: "調査のメール", href: "/review/surveys" }, { label: subject }]} />
      {sent !== undefined && <NotificationBanner kind="error" title={sent.problem} announce />}
      <PageTitle title={subject} />
      <SummaryList
        rows={[
          { key: "state", label: "状態", value: facts.state },
          { key: "to", label: "宛先", value: facts.to },
          { key: "count", label: "書いた時の会社の数", value: facts.recipients.toLocaleString("ja-JP") },
          { key: "proposed", label: "書いた人", value: facts.proposed },
          { key: "decided", label: "確かめた人", value: facts.decided },
        ]}
      />
      {started && (
        <>
          <SectionTitle>進み具合</SectionTitle>
          {spreading && <p>宛先を、送る列に入れているところです。数はまだ増えます。</p>}
          <SummaryList
            rows={[
              { key: "sent", label: "送った", value: mails(progress.sent) },
              { key: "waiting", label: "待っている", value: mails(progress.waiting) },
              { key: "refused", label: "送り先に断られた", value: mails(progress.refused) },
              { key: "bounced", label: "送った後に戻った", value: mails(progress.bounced) },
              { key: "skipped", label: "止めたので送らない", value: mails(progress.skipped) },
            ]}
          />
          <p className="mt-4">
            <a className="link" href={`/review/surveys/${id}`}>
              いまの進み具合を見る
            </a>
          </p>
        </>
      )}
      <SectionTitle>送られる姿</SectionTitle>
      <SurveyMail mail={sample} />
      {(open || stoppable) && (
        <form method="post" className="mt-6">
          {open && !mayConfirm && <p className="mb-4">書いた人とは別の職員の確かめを待っています。</p>}
          <ButtonGroup>
            {mayConfirm && (
              <Button name="do" value="confirm">
                確かめて送り始める
              </Button>
            )}
            {open && (
              <Button name="do" value="reject" variant="secondary">
                送らずに取りやめる
              </Button>
            )}
            {stoppable && (
              <Button name="do" value="stop" variant="danger">
                送るのを止める
              </Button>
            )}
          </ButtonGroup>
        </form>
      )}
    </>
  );
}
