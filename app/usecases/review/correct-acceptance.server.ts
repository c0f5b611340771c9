/** 受理日を訂正する。標準処理期間の起点が変わるので、理由を残す。処分の後は訂正できない。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { eventsOf } from "#db/queries/applications.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput, loadFiled } from "./apply-command.server.ts";

const REASON_LENGTH = 1000;

/**
 * @param input.acceptedOn 正しい受理日。受理した提出の申請日から今日まで
 * @returns 先の日と長すぎる理由は invalid、申請日より前・同じ日・空の理由は workflow で断る
 */
export async function correctAcceptance(
  context: UseCaseContext,
  input: CommandInput & { readonly acceptedOn: CivilDate; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiled(context, "review.correctAcceptance", input.applicationId);
  if (!loaded.ok) return loaded;
  const reason = input.reason.trim();
  const errors = {
    ...(input.acceptedOn > today(context)
      ? { acceptedOn: ["受理日は、今日より後の日にはできません。"] }
      : {}),
    ...(Array.from(reason).length > REASON_LENGTH
      ? { reason: [`理由は${REASON_LENGTH}文字までで書いてください。`] }
      : {}),
  };
  if (Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const filedOn = acceptedFiling(
    await eventsOf(context.database, input.applicationId),
    loaded.value.submission.filedAt,
  );
  return applyCommand(context, "review.correctAcceptance", input, () => ({
    name: "correctAcceptance",
    acceptedOn: input.acceptedOn,
    filedOn,
    reason,
  }));
}

/** 受理した提出の申請日。受理の後の出し直しでは動かない。 */
export function acceptedFiling(
  events: readonly { readonly type: string; readonly at: string }[],
  latestFiledAt: string,
): CivilDate {
  const accepted = events.findLastIndex(({ type }) => type === "application.accepted.v1");
  const before = accepted < 0 ? events : events.slice(0, accepted);
  return tokyoDay(before.findLast(({ type }) => type === "application.filed.v1")?.at ?? latestFiledAt);
}
