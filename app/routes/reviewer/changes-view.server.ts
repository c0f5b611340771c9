/** 変更点の画面が示す値。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { DocumentChange } from "#app/domain/plan/document-difference.ts";
import { answersSection, readReturnAnswers } from "#app/domain/workflow/return-answers.ts";
import { shownStatus } from "#app/domain/workflow/statuses.ts";
import {
  baseKey,
  type BaseSubmission,
  type RecordChanges,
} from "#app/usecases/review/open-changes.server.ts";
import { fieldTitle } from "./event-lines.ts";

/** 一つの区画の変更点。 */
export type ChangedSection = {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly DocumentChange[];
};

export function changesView({
  application,
  revoked,
  submission,
  bases,
  base,
  changes,
  comments,
}: RecordChanges) {
  const answers = readReturnAnswers(submission.answers[answersSection]);
  const changed = (section: string, field: string): boolean =>
    changes.some((one) => one.section === section && one.field.split(".")[0] === field.split(".")[0]);
  return {
    id: application.id,
    receiptNumber: application.receiptNumber ?? "",
    companyName: application.companyName,
    status: shownStatus(application.status, revoked),
    bases: bases.map((one) => ({ key: baseKey(one), label: baseLabel(one), current: one === base })),
    base: base === null ? null : baseLabel(base),
    none:
      application.kind === "change"
        ? "変える元の計画は紙で認定を受けたため、その中身はこのポータルにありません。添付の写しと読み比べてください。"
        : "初めての申請で、この会社が認定を受けた計画もありません。",
    now: `第${submission.sequence}回の申請（${formatTokyoInstant(submission.filedAt)}）`,
    sections: changedSections(changes),
    answered:
      base?.kind === "returned"
        ? comments.map((comment) => ({
            id: comment.id,
            kind: comment.kind,
            text: comment.text,
            title: fieldTitle(comment, base.submission.document),
            answer: answers[comment.id] ?? null,
            changed: changed(comment.section, comment.field),
          }))
        : [],
  };
}

export type ChangesView = ReturnType<typeof changesView>;

function baseLabel(base: BaseSubmission): string {
  const { submission } = base;
  const when = formatTokyoInstant(submission.filedAt);
  switch (base.kind) {
    case "returned":
      return `一つ前の第${submission.sequence}回の申請（${when}）`;
    case "first":
      return `初めの申請（${when}）`;
    case "certified":
      return `認定を受けた計画（${base.number}）`;
    case "version":
      return `${base.base ? "変える元の" : ""}第${base.version}版（${base.number}）`;
  }
}

/** 違いを、区画ごとに集める。 */
export const changedSections = (changes: readonly DocumentChange[]): readonly ChangedSection[] =>
  [...Map.groupBy(changes, ({ section }) => section)].map(([id, own]) => ({
    id,
    title: own[0]?.sectionTitle ?? id,
    changes: own,
  }));
