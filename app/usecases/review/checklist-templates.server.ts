/** 局の確認の一覧のひな形を読む、作る、直す、消す。どれも自分の局の分だけ。これまでの版は全部残る。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { type ChecklistItem, numberedItems } from "#app/domain/checklist/checklist.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import {
  checklistTemplate,
  checklistTemplateFor,
  checklistTemplateHistory,
  type ChecklistTemplateRow,
  checklistTemplatesOf,
  type ChecklistTemplateVersionRow,
} from "#db/queries/checklists.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { TemplateSave } from "#db/write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

const ITEM_LENGTH = 200;
const MOST_ITEMS = 50;

/** 打たれた一行。文が空の行は、項目にしない。 */
export type TypedRow = {
  /** 前からある項目の id。足した行は空。 */
  readonly id: string;
  readonly text: string;
  /** `区画/欄`、`区画/`、又は空。 */
  readonly target: string;
  readonly required: boolean;
};

/** @returns 自分の局のひな形。役割のない人は forbidden */
export async function officeChecklists(
  context: UseCaseContext,
): Promise<Result<readonly ChecklistTemplateRow[], Refusal>> {
  const { actor } = context;
  if (!mayDo(actor, "office.editChecklists").allowed || actor.kind !== "staff")
    return refuse({ kind: "forbidden", action: "office.editChecklists", reason: "role" });
  return ok(await checklistTemplatesOf(context.database, officesOf(actor)));
}

export type OpenTemplate = {
  readonly template: ChecklistTemplateRow;
  /** これまでの版。新しい順。 */
  readonly history: readonly ChecklistTemplateVersionRow[];
};

/** @returns よその局のひな形は notFound */
export async function openChecklistTemplate(
  context: UseCaseContext,
  id: string,
): Promise<Result<OpenTemplate, Refusal>> {
  const template = await checklistTemplate(context.database, id);
  if (template === undefined) return refuse({ kind: "notFound" });
  const { officeCode } = template;
  const allowed = authorise(context, "office.editChecklists", { officeCode });
  if (!allowed.ok) return allowed;
  return ok({ template, history: await checklistTemplateHistory(context.database, id) });
}

/**
 * @param input.id 新しいひな形では null（version は 0）
 * @param input.officeCode 新しいひな形の局。直すときは使わない
 * @param input.guidelineId 新しいひな形の指針。空ならほかに一覧のない全部の指針。直すときは使わない
 * @returns 作った、又は直したひな形の id。受け取れない行は invalid（`text-0` などの欄ごと）、先に直されていれば stale
 */
export async function saveChecklistTemplate(
  context: UseCaseContext,
  input: {
    readonly id: string | null;
    readonly version: number;
    readonly officeCode: string;
    readonly guidelineId: string;
    readonly rows: readonly TypedRow[];
  },
): Promise<Result<string, Refusal>> {
  const stored = input.id === null ? null : await openChecklistTemplate(context, input.id);
  if (stored !== null && !stored.ok) return stored;
  const before = stored?.value.template ?? null;
  const officeCode = before?.officeCode ?? input.officeCode;
  const guidelineId = before?.guidelineId ?? input.guidelineId;
  const allowed = authorise(context, "office.editChecklists", { officeCode });
  if (!allowed.ok) return allowed;
  const errors = {
    ...rowErrors(input.rows),
    ...(before === null ? await guidelineErrors(context, officeCode, guidelineId) : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const items = numberedItems(before?.items ?? [], input.rows.filter(isWritten).map(itemOf), context.newId);
  const id = input.id ?? context.newId();
  const done = await write(context, {
    id,
    expectedVersion: input.version,
    removed: false,
    row: { officeCode, guidelineId, items, ...stampOf(context) },
  });
  return done.ok ? ok(id) : done;
}

/** @returns 先に直されていれば stale */
export async function removeChecklistTemplate(
  context: UseCaseContext,
  input: { readonly id: string; readonly version: number },
): Promise<Result<null, Refusal>> {
  const stored = await openChecklistTemplate(context, input.id);
  if (!stored.ok) return stored;
  const { officeCode, guidelineId, items } = stored.value.template;
  return write(context, {
    id: input.id,
    expectedVersion: input.version,
    removed: true,
    row: { officeCode, guidelineId, items, ...stampOf(context) },
  });
}

const isWritten = ({ text }: TypedRow): boolean => cleanText(text) !== "";

function itemOf({ id, text, target, required }: TypedRow): ChecklistItem {
  const [section = "", field = ""] = target.split("/");
  return { id, text: cleanText(text), section, field, required };
}

function rowErrors(rows: readonly TypedRow[]): Readonly<Record<string, readonly string[]>> {
  const written = rows.filter(isWritten).length;
  const errors: Record<string, readonly string[]> = {};
  if (written === 0) errors["items"] = ["確認の項目を一つ以上書いてください。"];
  if (written > MOST_ITEMS) errors["items"] = [`項目は${MOST_ITEMS}個までにしてください。`];
  rows.forEach((row, index) => {
    if (!isWritten(row)) return;
    if (Array.from(cleanText(row.text)).length > ITEM_LENGTH)
      errors[`text-${index}`] = [`項目は${ITEM_LENGTH}文字までで書いてください。`];
    if (!isTarget(row.target)) errors[`target-${index}`] = ["様式の欄を一覧から選んでください。"];
  });
  return errors;
}

function isTarget(target: string): boolean {
  if (target === "") return true;
  const [id = "", field = ""] = target.split("/");
  const section = sectionOf(id);
  return section !== undefined && (field === "" || Object.hasOwn(section.fields, field));
}

async function guidelineErrors(
  context: UseCaseContext,
  officeCode: string,
  guidelineId: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  if (guidelineId !== "" && !currentRulebook(context).rulebook.guidelines.has(guidelineId))
    return { guidelineId: ["指針を一覧から選んでください。"] };
  const stored = await checklistTemplateFor(context.database, officeCode, guidelineId);
  return stored?.guidelineId === guidelineId
    ? { guidelineId: ["この指針の一覧は、もうあります。その一覧を直してください。"] }
    : {};
}

const stampOf = (context: UseCaseContext) => {
  const { id, name } = actorStamp(context.actor);
  return { updatedBy: id, updatedByName: name, updatedAt: context.clock.now() };
};

async function write(context: UseCaseContext, save: TemplateSave): Promise<Result<null, Refusal>> {
  const { id, removed, row } = save;
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      checklistTemplates: [save],
      audit: [
        {
          action: "office.editChecklists",
          subjectKind: "checklistTemplate",
          subjectId: id,
          details: removed ? { removed } : { guidelineId: row.guidelineId, items: row.items },
        },
      ],
    }),
  });
  if (outcome.kind !== "stale") return ok(null);
  const now = await checklistTemplate(context.database, id);
  return refuse({
    kind: "stale",
    subject: "checklist",
    by: now?.updatedByName ?? null,
    what: now === undefined ? "一覧は消されたか、同じ指針の一覧が先に作られています。" : null,
  });
}
