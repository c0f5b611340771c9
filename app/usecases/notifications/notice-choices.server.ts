/** 知らせの受け方を読み、変える。職員は自分の分、申請者は自社の分。 */
import { mayDo } from "#app/domain/access/resolver.ts";
import {
  type NoticeChoices,
  type NoticeSubject,
  readChoices,
  readPostedChoices,
  wantsDigest,
} from "#app/domain/notification/notice-kinds.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { noticeChoicesOf } from "#db/queries/notice-choices.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";

export type OpenNoticeChoices = {
  readonly subject: NoticeSubject;
  readonly choices: NoticeChoices<"staff"> | NoticeChoices<"company">;
  /** 画面が読んだ版。変えたことがなければ 0。 */
  readonly version: number;
  /** 最後に変えた人。変えたことがなければ null。 */
  readonly updatedByName: string | null;
};

type Subject = { readonly kind: NoticeSubject; readonly id: string };

function subjectOf({ actor }: UseCaseContext): Result<Subject, Refusal> {
  const record = actor.kind === "applicant" ? { companyKey: actor.companyKey } : undefined;
  const decision = mayDo(actor, "notices.choose", record);
  if (!decision.allowed || (actor.kind !== "staff" && actor.kind !== "applicant"))
    return refuse({
      kind: "forbidden",
      action: "notices.choose",
      reason: !decision.allowed && decision.reason === "accountType" ? "accountType" : "role",
    });
  return ok(
    actor.kind === "staff"
      ? { kind: "staff", id: actor.accountId }
      : { kind: "company", id: actor.companyKey },
  );
}

/** @returns エントリーのアカウントと、局の役割のない職員は forbidden */
export function openNoticeChoices(context: UseCaseContext): Result<OpenNoticeChoices, Refusal> {
  const subject = subjectOf(context);
  if (!subject.ok) return subject;
  const { kind, id } = subject.value;
  const row = noticeChoicesOf(context.database, kind, id);
  return ok({
    subject: kind,
    choices: readChoices(kind, row?.choices ?? {}),
    version: row?.version ?? 0,
    updatedByName: row?.updatedByName ?? null,
  });
}

/**
 * @param input.posted 種類 → 受け方
 * @returns 選べない値は invalid、先に変えられていれば stale
 */
export async function saveNoticeChoices(
  context: UseCaseContext,
  input: { readonly version: number; readonly posted: Readonly<Record<string, unknown>> },
): Promise<Result<null, Refusal>> {
  const subject = subjectOf(context);
  if (!subject.ok) return subject;
  const { kind, id } = subject.value;
  const read = readPostedChoices(kind, input.posted);
  if (!read.ok) return refuse({ kind: "invalid", errors: read.error });
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const outcome = await applyWritePlan<null>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      noticeChoices: [
        {
          expectedVersion: input.version,
          row: {
            subjectKind: kind,
            subjectId: id,
            choices: read.value,
            daily: wantsDigest(read.value),
            updatedByName: actor.name,
            updatedAt: at,
          },
        },
      ],
      audit: [
        { action: "notices.choose", subjectKind: kind, subjectId: id, details: { choices: read.value } },
      ],
    }),
  });
  if (outcome.kind !== "stale") return ok(null);
  const now = noticeChoicesOf(context.database, kind, id);
  return refuse({ kind: "stale", subject: "noticeChoices", by: now?.updatedByName ?? null, what: null });
}
