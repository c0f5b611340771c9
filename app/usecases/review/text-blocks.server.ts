/** 局の文例を読む、足す、直す、消す。どれも自分の局の分だけ。 */
import { officesOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import { textBlock, type TextBlockRow, textBlocksOf } from "#db/queries/text-blocks.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type TextBlock = Pick<
  TextBlockRow,
  "id" | "officeCode" | "title" | "body" | "version" | "updatedByName" | "updatedAt"
>;

const TITLE_LENGTH = 40;
const BLOCK_LENGTH = 800;

/** @returns 自分の局の文例。役割のない人は forbidden */
export async function officeTextBlocks(
  context: UseCaseContext,
): Promise<Result<readonly TextBlock[], Refusal>> {
  const { actor } = context;
  const decision = mayDo(actor, "office.editTexts");
  if (!decision.allowed || actor.kind !== "staff")
    return refuse({ kind: "forbidden", action: "office.editTexts", reason: "role" });
  return ok(await textBlocksOf(context.database, officesOf(actor)));
}

/** 直す前の版。新しい文例では id は null、version は 0。 */
type Subject = { readonly id: string | null; readonly version: number };

/**
 * @param input.officeCode 新しい文例の局。直すときは使わない
 * @returns 題又は文がない、長すぎるものは invalid、先に直されていれば stale
 */
export async function saveTextBlock(
  context: UseCaseContext,
  input: Subject & { readonly officeCode: string; readonly title: string; readonly body: string },
): Promise<Result<null, Refusal>> {
  const found = await owned(context, input);
  if (!found.ok) return found;
  const title = cleanText(input.title);
  const body = input.body.trim();
  const errors = {
    ...(title === "" || title.length > TITLE_LENGTH
      ? { title: [`題を${TITLE_LENGTH}字までで入力してください。`] }
      : {}),
    ...(body === "" || Array.from(body).length > BLOCK_LENGTH
      ? { body: [`文を${BLOCK_LENGTH}字までで入力してください。`] }
      : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const { id: updatedBy, name: updatedByName } = actorStamp(context.actor);
  const { officeCode } = found.value;
  return write(context, input, {
    officeCode,
    title,
    body,
    updatedBy,
    updatedByName,
    updatedAt: context.clock.now(),
  });
}

/** @returns 先に直されていれば stale */
export async function removeTextBlock(
  context: UseCaseContext,
  input: Subject & { readonly id: string },
): Promise<Result<null, Refusal>> {
  const found = await owned(context, { ...input, officeCode: "" });
  return found.ok ? write(context, input, null) : found;
}

/** 直してよい文例の局。よその局の文例は無いのと同じに答える。 */
async function owned(
  context: UseCaseContext,
  { id, officeCode }: Subject & { readonly officeCode: string },
): Promise<Result<{ readonly officeCode: string }, Refusal>> {
  const stored = id === null ? { officeCode } : await textBlock(context.database, id);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const allowed = authorise(context, "office.editTexts", { officeCode: stored.officeCode });
  return allowed.ok ? ok({ officeCode: stored.officeCode }) : allowed;
}

async function write(
  context: UseCaseContext,
  { id, version }: Subject,
  row: Omit<TextBlockRow, "id" | "version"> | null,
): Promise<Result<null, Refusal>> {
  const key = id ?? context.newId();
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: null,
      textBlocks: [{ id: key, expectedVersion: version, row }],
      audit: [
        {
          action: "office.editTexts",
          subjectKind: "textBlock",
          subjectId: key,
          details: row === null ? { removed: true } : { title: row.title, body: row.body },
        },
      ],
    }),
  });
  if (outcome.kind !== "stale") return ok(null);
  const now = await textBlock(context.database, key);
  return refuse({
    kind: "stale",
    subject: "textBlock",
    by: now?.updatedByName ?? null,
    what: now === undefined ? "文例は消されています。" : null,
  });
}
