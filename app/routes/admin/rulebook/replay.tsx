import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { cancelReplay } from "#app/usecases/rulebook/cancel-replay.server.ts";
import { openReplay } from "#app/usecases/rulebook/open-replay.server.ts";
import { startReplay } from "#app/usecases/rulebook/start-replay.server.ts";
import { submittedForm } from "../../reviewer/submitted-form.server.ts";
import { EditionFrame } from "./EditionFrame.tsx";
import { ReplayOutcome, StartReplay } from "./ReplayOutcome.tsx";
import { ReplayProgress } from "./ReplayProgress.tsx";
import { ReplayTable } from "./ReplayTable.tsx";
import { TablePages } from "./TablePages.tsx";
import { commandRefusal } from "./command-refusal.server.ts";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { replayHref, replayKind, replayResult, replayRun, type ReplayView } from "./replay-view.server.ts";

export const meta = () => [{ title: "申請の再計算 | 経営力向上計画 電子申請ポータル" }];

/** 進みを見に行く間。 */
const PROGRESS_POLL_MS = 2_000;

export const loader = guarded("staff", "rulebook.edit", async (guard) => {
  const edition = editionHeading(await openEditionPage(guard), guard.actor);
  const kind = replayKind(guard.url);
  const page = Number(guard.url.searchParams.get("page"));
  const opened = await openReplay(guard.useCase, {
    editionId: edition.id,
    kind,
    page: Number.isSafeInteger(page) ? page : 1,
  });
  if (!opened.ok) throw refusalResponse(opened.error);
  const { latest, result } = opened.value;
  return {
    edition,
    href: replayHref(edition.id),
    latest: latest === null ? null : replayRun(latest),
    result: result === null ? null : replayResult(edition.id, kind, result),
  };
});

export const action = guarded("staff", "rulebook.edit", async (guard) => {
  const command = (await submittedForm(guard.request)).get("command");
  const editionId = guard.param("edition");
  const run = command === "cancel" ? cancelReplay : startReplay;
  const result = await run(guard.useCase, { editionId });
  if (!result.ok) {
    const { problem, status } = commandRefusal(result.error);
    return data({ problem }, { status });
  }
  guard.tools.wakeWorker();
  throw redirect(replayHref(editionId));
});

export default function Replay() {
  const { edition, href, latest, result } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const running = latest?.state === "running";
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(revalidate, PROGRESS_POLL_MS);
    return () => clearInterval(timer);
  }, [running, revalidate]);
  const startable = !running && (edition.status === "draft" || edition.status === "submitted");
  return (
    <EditionFrame
      edition={edition}
      title="申請の再計算"
      page="/replay"
      lead="終わっていない申請の全部と最近の提出1,000件までを、この版で計算し直し、提出先や点検の変わる申請を並べます。申請には何も書きません。"
    >
      {typeof refused?.problem === "string" && (
        <NotificationBanner kind="error" title={refused.problem} announce />
      )}
      {latest !== null && <ReplayOutcome run={latest} />}
      {running && <ReplayProgress run={latest} href={href} />}
      {startable && <StartReplay href={href} again={latest !== null} />}
      {result === null
        ? !running && <EmptyState title="まだ結果はありません" />
        : !running && <Result result={result} />}
    </EditionFrame>
  );
}

function Result({ result }: { readonly result: ReplayView }) {
  const { changed, total, ended, stale, tabs, rows, pages, csvHref } = result;
  const read = `${ended}に、${total.toLocaleString("ja-JP")}件を読み比べました。`;
  return (
    <>
      {stale && (
        <NotificationBanner kind="warning" title="この結果の後に、版が編集されました">
          今の中身での答えは、もう一度再計算すると分かります。
        </NotificationBanner>
      )}
      <NotificationBanner
        kind={changed === 0 ? "success" : "info"}
        title={
          changed === 0 ? "どの申請も変わりません" : `${changed.toLocaleString("ja-JP")}件の申請が変わります`
        }
      >
        {read}
      </NotificationBanner>
      {changed > 0 && (
        <>
          <Tabs label="変わることで絞り込む" tabs={tabs} />
          <div className="mb-4">
            <ButtonLink href={csvHref} variant="secondary" size="small">
              CSV で書き出す
            </ButtonLink>
          </div>
          <ReplayTable rows={rows} />
          <TablePages pages={pages} />
        </>
      )}
    </>
  );
}
