/** 受理する。受理日は60日ルールと標準処理期間の起点になる。担当は、局の決まりが当たればその人、なければ受理した人。共管の計画では、ほかの省庁の同意も一緒に求める。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { renewedConsents } from "../consultations/renew-consents.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { ruledAssignee } from "./assign-rules.server.ts";
import { applyCommand, type CommandInput, loadFiled } from "./apply-command.server.ts";

/**
 * @param input.acceptedOn 受理日。申請日から今日まで
 * @returns 先の日は invalid、申請日より前は workflow（acceptedBeforeFiling）で断る
 */
export async function acceptApplication(
  context: UseCaseContext,
  input: CommandInput & { readonly acceptedOn: CivilDate },
): Promise<Result<null, Refusal>> {
  if (input.acceptedOn > today(context))
    return refuse({ kind: "invalid", errors: { acceptedOn: ["受理日は、今日より後の日にはできません。"] } });
  const loaded = await loadFiled(context, "review.accept", input.applicationId);
  if (!loaded.ok) return loaded;
  const ruled = await ruledAssignee(context, loaded.value.application);
  return applyCommand(
    context,
    "review.accept",
    input,
    () => ({
      name: "accept",
      acceptedOn: input.acceptedOn,
      assigneeId: ruled?.id ?? actorStamp(context.actor).id,
      ...(ruled === null ? {} : { assignedBy: { name: ruled.name, reason: ruled.reason } }),
    }),
    async ({ application, submission }) =>
      ok({
        rows: () => ({ assignTurns: ruled === null ? [] : [ruled.ruleId] }),
        consents: await renewedConsents(context, { application, submission, because: "accept" }),
      }),
  );
}
