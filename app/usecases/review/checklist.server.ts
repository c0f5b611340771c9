/**
 * 申請の確認の一覧を読み、項目ごとに答える。
 * 一覧は、初めて答えた時に局のひな形から写し取る。ひな形が後で変わっても、写し取った項目は変わらない。
 */
import {
  type CheckMark,
  checkMarkOf,
  type ChecklistProgress,
  progressOf,
  type TakenItem,
  takeOver,
} from "#app/domain/checklist/checklist.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { finalStatuses } from "#app/domain/workflow/statuses.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import {
  applicationChecklist,
  type ChecklistMarkRow,
  checklistMarksOf,
  checklistTemplateFor,
} from "#db/queries/checklists.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { PlannedRows } from "#db/write-plan.ts";
import { accessRecordOf } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "./apply-command.server.ts";

const CHECK_NOTE_LENGTH = 500;

export type ApplicationChecklist = {
  /** 写し取った回数。まだなら 0。 */
  readonly revision: number;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly items: readonly TakenItem[];
  /** 項目の id → いまの答え。 */
  readonly marks: ReadonlyMap<string, ChecklistMarkRow>;
  readonly progress: ChecklistProgress;
  /** 写し取った後にひな形が直された、又は別の一覧になったか。 */
  readonly newer: boolean;
  /** この人がいま答えられるか。 */
  readonly mayCheck: boolean;
};

/**
 * 申請を見てよいことは、呼ぶ側が確かめてある。
 *
 * @returns 写し取った一覧がなく、局のひな形もなければ null
 */
export async function checklistOf(
  context: UseCaseContext,
  application: ApplicationRow,
): Promise<ApplicationChecklist | null> {
  const [taken, rows, template] = await Promise.all([
    applicationChecklist(context.database, application.id),
    checklistMarksOf(context.database, application.id),
    checklistTemplateFor(context.database, application.officeCode ?? "", application.guidelineId ?? ""),
  ]);
  if (taken === undefined && template === undefined) return null;
  const items = taken?.items ?? template?.items ?? [];
  const templateId = taken?.templateId ?? template?.id ?? "";
  const templateVersion = taken?.templateVersion ?? template?.version ?? 0;
  // 版の古い順に読むので、項目ごとに最後の版が残る。
  const marks = new Map(rows.map((row) => [row.itemId, row]));
  return {
    revision: taken?.revision ?? 0,
    templateId,
    templateVersion,
    items,
    marks,
    progress: progressOf(items, new Map([...marks].map(([id, { mark }]) => [id, mark]))),
    newer: template !== undefined && (template.id !== templateId || template.version !== templateVersion),
    mayCheck:
      isOpen(application) && mayDo(context.actor, "review.check", accessRecordOf(application)).allowed,
  };
}

const isOpen = ({ status }: ApplicationRow): boolean => !finalStatuses.some((final) => final === status);

/** 画面が読んだ一覧。動いていたら断る。 */
type Seen = {
  readonly applicationId: string;
  readonly templateId: string;
  readonly templateVersion: number;
};

/**
 * 一つの項目に答える。
 *
 * @param input.version 画面が読んだ、その項目の答えの版。まだ答えがなければ 0
 * @returns 知らない答え、要確認なのに何を確かめるかがないものは invalid。一覧か答えが動いていれば stale
 */
export async function markItem(
  context: UseCaseContext,
  input: Seen & {
    readonly itemId: string;
    readonly version: number;
    readonly mark: string;
    readonly note: string;
  },
): Promise<Result<null, Refusal>> {
  const opened = await openSeen(context, input);
  if (!opened.ok) return opened;
  const { application, list } = opened.value;
  if (!list.items.some(({ id }) => id === input.itemId)) return stale(null);
  const mark = checkMarkOf(input.mark);
  const note = input.note.trim();
  const errors = markErrors(mark, note);
  if (mark === undefined || Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const { id, name } = actorStamp(context.actor);
  const at = context.clock.now();
  const row = {
    applicationId: application.id,
    itemId: input.itemId,
    version: input.version + 1,
    mark,
    note,
    submissionSequence: application.submissionSequence,
    markedBy: id,
    markedByName: name,
    markedAt: at,
  };
  const first = list.revision === 0 ? { checklists: [takenRow(context, application, list, 1)] } : {};
  return write(context, application, { ...first, checkMarks: [row] }, { item: input.itemId, mark, note });
}

/** 局のひな形のいまの項目を取り込む。済んだ確認は変わらない。 */
export async function takeNewItems(context: UseCaseContext, input: Seen): Promise<Result<null, Refusal>> {
  const opened = await openSeen(context, input);
  if (!opened.ok) return opened;
  const { application, list } = opened.value;
  const { officeCode, guidelineId } = application;
  const template = await checklistTemplateFor(context.database, officeCode ?? "", guidelineId ?? "");
  if (template === undefined || list.revision === 0 || !list.newer) return stale(null);
  const items = takeOver(list.items, template.items, new Set(list.marks.keys()));
  const next = { templateId: template.id, templateVersion: template.version, items };
  return write(
    context,
    application,
    { checklists: [takenRow(context, application, next, list.revision + 1)] },
    { template: template.id, version: template.version },
  );
}

async function openSeen(
  context: UseCaseContext,
  seen: Seen,
): Promise<Result<{ readonly application: ApplicationRow; readonly list: ApplicationChecklist }, Refusal>> {
  const loaded = await loadFiled(context, "review.check", seen.applicationId);
  if (!loaded.ok) return loaded;
  const { application } = loaded.value;
  if (!isOpen(application))
    return refuse({ kind: "invalid", errors: { mark: ["手続の終わった申請の確認は、変えられません。"] } });
  const list = await checklistOf(context, application);
  if (list === null || list.templateId !== seen.templateId || list.templateVersion !== seen.templateVersion)
    return stale(null);
  return ok({ application, list });
}

const markErrors = (mark: CheckMark | undefined, note: string) => ({
  ...(mark === undefined ? { mark: ["「済」「該当なし」「要確認」のどれかを選んでください。"] } : {}),
  ...(mark === "question" && note === "" ? { note: ["何を確かめるかを書いてください。"] } : {}),
  ...(Array.from(note).length > CHECK_NOTE_LENGTH
    ? { note: [`${CHECK_NOTE_LENGTH}文字までで書いてください。`] }
    : {}),
});

function takenRow(
  context: UseCaseContext,
  application: ApplicationRow,
  list: Pick<ApplicationChecklist, "templateId" | "templateVersion" | "items">,
  revision: number,
) {
  const { id, name } = actorStamp(context.actor);
  const { templateId, templateVersion, items } = list;
  return {
    applicationId: application.id,
    revision,
    templateId,
    templateVersion,
    items,
    takenBy: id,
    takenByName: name,
    takenAt: context.clock.now(),
  };
}

async function write(
  context: UseCaseContext,
  application: ApplicationRow,
  rows: Pick<PlannedRows<null>, "checklists" | "checkMarks">,
  details: Readonly<Record<string, unknown>>,
): Promise<Result<null, Refusal>> {
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      ...rows,
      audit: [{ action: "review.check", subjectKind: "application", subjectId: application.id, details }],
    }),
  });
  if (outcome.kind !== "stale") return ok(null);
  const marks = await checklistMarksOf(context.database, application.id);
  return stale(marks.findLast(({ itemId }) => itemId === outcome.id)?.markedByName ?? null);
}

const stale = (by: string | null): Result<never, Refusal> =>
  refuse({ kind: "stale", subject: "checklist", by, what: "確認の一覧が変わっています。" });
