/** 下書きの区画の欄を、いまの値を読んで書き換える。様式の区画の外の答え（始めの質問など）に使う。 */
import { createHash } from "node:crypto";
import type { RawAnswers, RawSection } from "#app/domain/plan/field.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type Draft, loadDraft } from "./load-own-application.server.ts";

/** 区画 → 書き換える欄。 */
type SectionChanges = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** 同時に書く人がいても、読み直してこの回数までやり直す。 */
const ATTEMPTS = 8;

/**
 * @param change いまの下書きから、書き換える欄を決める。やり直すたびに呼ばれる
 * @returns 変わる欄がなければ何も書かずに ok
 */
export async function updateSections(
  context: UseCaseContext,
  application: ApplicationRow,
  change: (answers: RawAnswers) => SectionChanges,
): Promise<Result<null, Refusal>> {
  if (!isEditable(application.status)) return refuse(alreadyFiled);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await loadDraft(context, application.id);
    const changes = Object.entries(change(draft.answers)).filter(([id, fields]) =>
      Object.entries(fields).some(([field, value]) => draft.answers[id]?.[field] !== value),
    );
    if (changes.length === 0) return ok(null);
    const written = await write(context, application, draft, Object.fromEntries(changes));
    if (written === "applied") return ok(null);
    if (written === "filed") return refuse(alreadyFiled);
  }
  return refuse({ kind: "stale", subject: "section", by: null, what: "保存が込み合っています。" });
}

const alreadyFiled: Refusal = {
  kind: "stale",
  subject: "application",
  by: null,
  what: "申請済みのため、内容を変えることはできません。",
};

async function write(
  context: UseCaseContext,
  application: ApplicationRow,
  { answers, versions }: Draft,
  changes: SectionChanges,
): Promise<"applied" | "moved" | "filed"> {
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const rows = Object.entries(changes).map(([section, fields]) => {
    const version = versions[section] ?? 0;
    const raw: RawSection = { ...answers[section], ...fields };
    return { section, raw, version, fields: Object.keys(fields) };
  });
  const outcome = await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    expects: { applications: [{ id: application.id, version: application.version }] },
    rows: () => ({
      result: null,
      sections: rows.map(({ section, raw, version }) => ({
        row: {
          applicationId: application.id,
          section,
          answers: raw,
          updatedBy: actor.id,
          updatedAt: at,
        },
        expectedVersion: version,
      })),
      audit: rows.map(({ section, raw, version, fields }) => ({
        action: "plan.draft",
        subjectKind: "applicationSection",
        subjectId: `${application.id}/${section}`,
        details: {
          version: version + 1,
          channel: "form",
          fields,
          sha256: createHash("sha256").update(JSON.stringify(raw)).digest("hex"),
        },
      })),
    }),
  });
  if (outcome.kind !== "stale") return "applied";
  return outcome.subject === "application" ? "filed" : "moved";
}
