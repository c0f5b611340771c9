/** 投資計画の確認の下書きを保存する。読めない値も、打たれたまま残す。 */
import { confirmationParts } from "#app/domain/confirmation/form.ts";
import { draftOf } from "#app/domain/plan/draft.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import {
  loadEditableConfirmation,
  type OwnConfirmation,
  staleConfirmation,
} from "./load-confirmation.server.ts";

/**
 * @param input.version 画面が読んだ版。動いていたら stale で、何も書かない
 * @param input.answers 部分の名前 → 打たれた欄
 * @returns 保存した後の版。同じ内容なら書かずに、いまの版
 */
export async function saveConfirmation(
  context: UseCaseContext,
  input: OwnConfirmation & {
    readonly version: number;
    readonly answers: Readonly<Record<string, unknown>>;
  },
): Promise<Result<{ readonly version: number }, Refusal>> {
  const loaded = await loadEditableConfirmation(context, input);
  if (!loaded.ok) return loaded;
  const { id, type, version, answers: before } = loaded.value;
  const answers: RawAnswers = Object.fromEntries(
    confirmationParts(type).map((part) => [part.id, draftOf(part, input.answers[part.id], context.newId)]),
  );
  if (sameAnswers(before, answers)) return ok({ version });
  if (version !== input.version) return refuse(await staleConfirmation(context, id));
  const outcome = await applyWritePlan(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result: { version: version + 1 },
      confirmations: {
        changes: [{ id, expectedVersion: version, set: { answers, version: version + 1 } }],
      },
      audit: [
        {
          action: "confirmation.draft",
          subjectKind: "confirmation",
          subjectId: id,
          details: { version: version + 1 },
        },
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(await staleConfirmation(context, id)) : ok(outcome.result);
}

const sameAnswers = (a: RawAnswers, b: RawAnswers): boolean =>
  Object.entries(b).every(([part, section]) =>
    Object.entries(section).every(([field, value]) => (a[part]?.[field] ?? "") === value),
  );
