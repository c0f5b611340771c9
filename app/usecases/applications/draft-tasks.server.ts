/** 下書きの進み具合: 区画ごとの状態、始められない理由、数、そして資格についての二つの答え。 */
import { attachmentSection, attachmentSectionTitle } from "#app/domain/attachment/attachment-kind.ts";
import { screeningPath, readScreening, screeningSection } from "#app/domain/eligibility/screening.ts";
import { applicableSections } from "#app/domain/plan/applicable-sections.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import { isBlankSection } from "#app/domain/plan/draft.ts";
import type { RawAnswers, SectionSpec } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import {
  eligibilityFindings,
  planEligibility,
  type PlanEligibility,
} from "#app/domain/plan/plan-eligibility.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { documentMarks } from "#app/domain/plan/section-marks.ts";
import { changeSection } from "#app/domain/plan/sections/change.ts";
import { isPostalNotice } from "#app/domain/plan/postal.ts";
import { readPlanOn } from "#app/domain/plan/plan-reading.ts";
import {
  isMarkedUnused,
  isOptionalSection,
  isSparedByScreening,
  lockedReason,
  type SectionStatus,
  sectionStatus,
} from "#app/domain/plan/section-status.ts";
import type { ApplicationRow, CommentRow } from "#db/queries/applications.ts";
import { type CheckedAttachments, checkedAttachments } from "../attachments/attached-files.server.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import { baseSubmission } from "../plans/change-base.server.ts";
import { checkFacts } from "./certified-plans.server.ts";
import { loadDraft } from "./load-own-application.server.ts";

export type DraftTask = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: SectionStatus;
  /** まだ開始できない理由。 */
  readonly waiting: string | null;
  /** 書かなくてよいと分かっている区画の、その訳。 */
  readonly unused: "marked" | "screening" | null;
  /** 「この区画は使いません」と決められるか。 */
  readonly mayBeUnused: boolean;
  readonly comments: number;
  /** 認定を受けた計画から変わった所の数。比べない区画では null。 */
  readonly changes: number | null;
  /** 進み具合に数えるか。必ず要る書類のない「書類の添付」は数えない。 */
  readonly counted: boolean;
};

/** 済んだ区画の数と、数える区画の全部の数。 */
export type TaskCount = { readonly done: number; readonly total: number };

export type DraftTasks = {
  readonly tasks: readonly DraftTask[];
  readonly count: TaskCount;
  readonly eligibility: PlanEligibility;
  /** 始めの質問の進み具合。 */
  readonly screening: "notStarted" | "inProgress" | "finished" | "refused";
};

/** @param comments 差戻しの指摘。下書きでは空 */
export async function draftTasks(
  context: UseCaseContext,
  application: ApplicationRow,
  comments: readonly CommentRow[],
): Promise<DraftTasks> {
  const { answers } = await loadDraft(context, application.id);
  const { rulebook } = currentRulebook(context);
  const on = today(context);
  const { values, guideline } = readPlanOn(rulebook, answers, on);
  const guidelineKnown = guideline !== undefined;
  const findings = [
    ...eligibilityFindings(values, answers),
    ...checkPlan(rulebook, answers, on, await checkFacts(context, application, answers)),
  ].filter((finding) => !isPostalNotice(finding));
  const commented = (id: string): number => comments.filter(({ section }) => section === id).length;
  const base = (await baseSubmission(context, application))?.document ?? null;
  const marks = base === null ? null : documentMarks(base, planDocument(rulebook, answers, on));
  const tasks = [
    ...applicableSections(answers).map((section) =>
      taskOf(section, {
        answers,
        findings,
        guidelineKnown,
        comments: commented(section.id),
        changes:
          marks === null || section.id === changeSection ? null : (marks.section(section.id)?.count ?? 0),
      }),
    ),
    ...attachmentTask(
      await checkedAttachments(context, application.id, values),
      commented(attachmentSection),
    ),
  ];
  return {
    tasks,
    count: countTasks(tasks),
    eligibility: planEligibility(values, answers),
    screening: screeningProgress(answers),
  };
}

const countTasks = (tasks: readonly DraftTask[]): TaskCount => {
  const counted = tasks.filter((task) => task.counted);
  return { done: counted.filter(({ status }) => status === "complete").length, total: counted.length };
};

type Circumstance = {
  readonly answers: RawAnswers;
  readonly findings: readonly Finding[];
  readonly guidelineKnown: boolean;
  readonly comments: number;
  readonly changes: number | null;
};

function taskOf(
  section: SectionSpec,
  { answers, findings, guidelineKnown, comments, changes }: Circumstance,
): DraftTask {
  const raw = answers[section.id];
  const unused = isMarkedUnused(section, answers)
    ? "marked"
    : isSparedByScreening(section, answers)
      ? "screening"
      : null;
  const waiting = lockedReason(section, answers, guidelineKnown);
  const status = sectionStatus(section, raw, findings, comments > 0, {
    unused: unused !== null,
    locked: waiting !== null,
  });
  return {
    id: section.id,
    number: section.number,
    title: section.title,
    status,
    waiting: status === "locked" ? waiting : null,
    unused,
    mayBeUnused: isOptionalSection(section) && isBlankSection(raw ?? {}) && unused === null,
    comments,
    changes,
    counted: true,
  };
}

/** 添付書類。要る書類も、付けられる書類もなければ載せない。 */
function attachmentTask(
  { required, files, findings }: CheckedAttachments,
  comments: number,
): readonly DraftTask[] {
  if (required.length === 0 && files.length === 0) return [];
  const errors = findings.filter(({ severity }) => severity === "error");
  const broken = errors.some(({ check }) => check !== "attachmentMissing" && check !== "attachmentScanning");
  const needed = required.some(({ requirement }) => requirement === "required");
  const status: SectionStatus =
    comments > 0 || broken
      ? "needsCorrection"
      : errors.length === 0 && (needed || files.length > 0)
        ? "complete"
        : files.length === 0
          ? "notStarted"
          : "inProgress";
  return [
    {
      id: attachmentSection,
      number: "",
      title: attachmentSectionTitle,
      status,
      waiting: null,
      unused: null,
      mayBeUnused: false,
      comments,
      changes: null,
      counted: needed || files.length > 0,
    },
  ];
}

function screeningProgress(answers: RawAnswers): DraftTasks["screening"] {
  const { answered, next } = screeningPath(readScreening(answers[screeningSection]));
  if (next.kind === "question") return answered.length === 0 ? "notStarted" : "inProgress";
  return next.outcome.kind === "start" ? "finished" : "refused";
}
