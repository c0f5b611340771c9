import { sectionOf } from "#app/domain/plan/sections.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { MeterBar } from "#app/ui/primitives/MeterBar.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { type Task, TaskList } from "#app/ui/primitives/TaskList.tsx";
import type { ApplicationView } from "./application-view.server.ts";
import { commentKindWords } from "./CommentsBanner.tsx";
import { EditionChangeBanner } from "./EditionChangeBanner.tsx";
import { EligibilitySummary } from "./EligibilitySummary.tsx";
import { FiledEditions } from "./FiledEditions.tsx";
import { applicationPath, correctionsPath, screeningPagePath, sectionPath } from "./paths.ts";
import { TaskActions } from "./TaskActions.tsx";
import { groupedTasks, taskHint, taskPath } from "./task-words.ts";

type Draft = NonNullable<ApplicationView["draft"]>;

/** 下書き・差戻しの間の画面: 区画の進み具合と、次に行うこと。 */
export function DraftTaskList({ view, draft }: { readonly view: ApplicationView; readonly draft: Draft }) {
  const { place } = view;
  const { done, total } = draft.count;
  const left = total - done;
  return (
    <>
      {view.editionChange !== null && <EditionChangeBanner change={view.editionChange} />}
      {view.comments.length > 0 && <ReturnedComments view={view} />}
      {view.kind === "new" && (
        <>
          <SectionTitle>始めの質問</SectionTitle>
          <TaskList tasks={[screeningTask(view, draft)]} />
        </>
      )}
      <SectionTitle aside={left === 0 ? "すべて完了しました" : `あと${left}件`}>申請書の区画</SectionTitle>
      <MeterBar label="進み具合" value={done} max={total} text={`完了 ${done} / ${total}`} tone="success" />
      <p className="mt-3 text-solid-gray-700">{startWords(view)}</p>
      {groupedTasks(draft.tasks).map(({ title, tasks }) => (
        <section key={title} className="mt-5">
          <SectionTitle level={3}>{title}</SectionTitle>
          <TaskList
            tasks={tasks.map((task) => ({
              id: task.id,
              label: task.number === "" ? task.title : `${task.number}　${task.title}`,
              href: task.status === "locked" ? undefined : taskPath(place, task.id),
              status: task.status,
              hint: taskHint(task),
              actions: <TaskActions task={task} place={place} />,
            }))}
          />
        </section>
      ))}
      <ButtonGroup>
        <ButtonLink href={`${applicationPath(place)}/check`}>内容を確かめて申請する</ButtonLink>
        <ButtonLink href={`${applicationPath(place)}/form.pdf`} variant="secondary">
          申請書の PDF を開く（下書き）
        </ButtonLink>
        {view.canWithdraw && (
          <ButtonLink href={`${applicationPath(place)}/withdraw`} variant="tertiary">
            申請を取り下げる
          </ButtonLink>
        )}
      </ButtonGroup>
      <FiledEditions filings={view.filings} place={place} />
      <div className="mt-10">
        <EligibilitySummary eligibility={draft.eligibility} place={place} />
      </div>
    </>
  );
}

/** 書き始め方。 */
const startWords = ({ kind, fromPaper }: ApplicationView): string =>
  kind === "new"
    ? "どの区画からでも始められます。入力したものは区画ごとに保存されます。"
    : fromPaper
      ? "紙で受けた認定の中身は、このポータルにありません。認定を受けた計画の写しを見ながら、変更の後の計画の全部を書いてください。入力したものは区画ごとに保存されます。"
      : "認定を受けた計画の中身を写してあります。変わる区画と「変更事項とその内容、実施状況」だけを書いてください。入力したものは区画ごとに保存されます。";

/** 始めの質問。答えなくても申請できるので、区画の数には数えない。 */
function screeningTask({ place }: ApplicationView, { screening }: Draft): Task {
  const words = {
    notStarted: {
      status: "notStarted",
      hint: "まだ答えていません。答えると、新規か変更か、認定を受けられるかを確かめられます。",
    },
    inProgress: { status: "inProgress", hint: "途中まで答えてあります。続きから答えられます。" },
    finished: { status: "complete", hint: "答えは後から変えられます。" },
    refused: {
      status: "needsCorrection",
      hint: "いまの答えでは、新規の認定を申請できないことがあります。結果を確かめてください。",
    },
  } as const satisfies Record<Draft["screening"], Pick<Task, "status" | "hint">>;
  return {
    id: "screening",
    label: "新規か変更か、認定と税制の条件の確認",
    href: screeningPagePath(place),
    ...words[screening],
  };
}

/** 差戻しの指摘の一覧。 */
function ReturnedComments({ view }: { readonly view: ApplicationView }) {
  return (
    <NotificationBanner kind="warning" title="審査担当から修正の依頼があります">
      <p>次の指摘を確かめて直し、「内容を確かめて申請する」から、もう一度申請してください。</p>
      <p className="mt-2">
        <ButtonLink href={correctionsPath(view.place)} variant="secondary">
          指摘の欄だけを見て、回答する
        </ButtonLink>
      </p>
      <ul className="mt-2 list-disc pl-6">
        {view.comments.map((comment) => (
          <li key={comment.id}>
            <a
              className="link"
              href={`${sectionPath(view.place, comment.section)}#${comment.field.split(".")[0] ?? ""}`}
            >
              {sectionOf(comment.section)?.title ?? "計画"}
            </a>
            （{commentKindWords[comment.kind]}）：{comment.text}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
