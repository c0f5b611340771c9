/** 担当でない局に届いた申請を、理由を付けて正しい局へ移す。移した局からは見えなくなり、跡だけが残る。 */
import { routingNow } from "#app/domain/routing/transferred-routing.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { lastTransfer } from "#db/queries/transfers.ts";
import { renewedConsents } from "../consultations/renew-consents.server.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { applyCommand, type CommandInput, loadFiled } from "./apply-command.server.ts";

const REASON_LENGTH = 1000;

/**
 * @param input.officeCode 移す先の局
 * @returns 知らない局と長すぎる理由は invalid、同じ局と空の理由は workflow で断る
 */
export async function transferApplication(
  context: UseCaseContext,
  input: CommandInput & { readonly officeCode: string; readonly reason: string },
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiled(context, "review.transfer", input.applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission } = loaded.value;
  const { rulebook } = context.rulebooks.edition(submission.editionId);
  const { offices } = rulebook;
  const to = offices.get(input.officeCode);
  const reason = input.reason.trim();
  const errors = {
    ...(to === undefined ? { officeCode: ["移す先の局を選んでください。"] } : {}),
    ...(Array.from(reason).length > REASON_LENGTH
      ? { reason: [`理由は${REASON_LENGTH}文字までで書いてください。`] }
      : {}),
  };
  if (to === undefined || Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const from = application.officeCode ?? "";
  return applyCommand(
    context,
    "review.transfer",
    input,
    () => ({
      name: "transfer",
      officeCode: to.code,
      officeName: to.name,
      fromName: offices.get(from)?.name ?? from,
      reason,
    }),
    async () => {
      const before = await lastTransfer(context.database, application.id);
      const { id, name } = actorStamp(context.actor);
      const moved = { ...submission, routing: routingNow(rulebook, to.code, submission.routing) };
      return ok({
        set: { ministry: to.ministry },
        // 受理の前なら、移された局が受理する時に求める。
        ...(application.acceptedOn === null
          ? {}
          : {
              consents: await renewedConsents(context, {
                application,
                submission: moved,
                because: "transfer",
              }),
            }),
        rows: () => ({
          transfers: [
            {
              applicationId: application.id,
              routedOffice: before?.routedOffice ?? from,
              fromOffice: from,
              toOffice: to.code,
              reason,
              transferredBy: id,
              transferredByName: name,
              transferredAt: context.clock.now(),
            },
          ],
        }),
      });
    },
  );
}
