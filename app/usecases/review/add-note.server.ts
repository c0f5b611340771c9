/** 審査の内部のメモを欄に残す。申請者には決して見せず、メールにも出さない。 */
import { entryIn } from "#app/domain/plan/document.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadFiled } from "./apply-command.server.ts";

export const NOTE_LENGTH = 1000;

/**
 * @param input.target メモを付ける欄（`区画/欄`）
 * @returns 様式にない欄、空、長すぎるものは invalid
 */
export async function addNote(
  context: UseCaseContext,
  input: { readonly applicationId: string; readonly target: string; readonly body: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiled(context, "review.note", input.applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission } = loaded.value;
  const [section = "", field = ""] = input.target.split("/");
  const body = input.body.trim();
  const errors = {
    ...(entryIn(submission.document, section, field) === undefined
      ? { target: ["メモを付ける欄を選んでください。"] }
      : {}),
    ...(body === "" || Array.from(body).length > NOTE_LENGTH
      ? { body: [`メモを${NOTE_LENGTH}文字までで書いてください。`] }
      : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const id = context.newId();
  await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      notes: [
        {
          id,
          applicationId: application.id,
          section,
          field,
          body,
          createdBy: actor.id,
          createdByName: actor.name,
          createdAt: at,
        },
      ],
      audit: [
        {
          action: "review.note",
          subjectKind: "application",
          subjectId: application.id,
          details: { note: id, section, field },
        },
      ],
    }),
  });
  return ok(null);
}
