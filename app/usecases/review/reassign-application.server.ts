/** 担当を、局の同じ職員に替える。自分の担当と担当のいない申請は誰でも、ほかの人の担当は決裁者だけが替えられる。 */
import { refuse, type Result } from "#app/domain/result.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput, loadFiled } from "./apply-command.server.ts";
import { colleaguesIn } from "./colleagues.server.ts";

const REASON_LENGTH = 200;

/** その申請の担当を替えるのに要る操作。 */
export const reassignAction = (context: UseCaseContext, { assigneeId }: ApplicationRow) =>
  assigneeId === null || assigneeId === actorStamp(context.actor).id ? "review.assign" : "review.reassign";

/**
 * @param input.assigneeId 新しい担当
 * @param input.reason 替える理由。書かなくてもよい
 * @returns 局にいない人と長い理由は invalid、いまの担当と同じ人は workflow で断る
 */
export async function reassignApplication(
  context: UseCaseContext,
  input: CommandInput & { readonly assigneeId: string; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiled(context, "review.assign", input.applicationId);
  if (!loaded.ok) return loaded;
  const { application } = loaded.value;
  const colleagues = await colleaguesIn(context, application.officeCode ?? "");
  const to = colleagues.find(({ id }) => id === input.assigneeId);
  const reason = input.reason.trim();
  const errors = {
    ...(to === undefined ? { assigneeId: ["新しい担当を選んでください。"] } : {}),
    ...(Array.from(reason).length > REASON_LENGTH
      ? { reason: [`理由は${REASON_LENGTH}文字までで書いてください。`] }
      : {}),
  };
  if (to === undefined || Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  return applyCommand(context, reassignAction(context, application), input, () => ({
    name: "reassign",
    assigneeId: to.id,
    assigneeName: to.name,
    reason,
  }));
}
