import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { confirmBounces } from "#app/usecases/notifications/bounces.server.ts";
import { finishCommand } from "./command-page.server.ts";

/** 送信だけの道筋。開き直したときは記録の画面へ戻す。 */
export const loader = guarded("staff", "mails.confirmBounce", async (guard) =>
  redirect(`/review/applications/${encodeURIComponent(guard.param("id"))}`),
);

export const action = guarded("staff", "mails.confirmBounce", async (guard) =>
  finishCommand(guard, await confirmBounces(guard.useCase, guard.param("id")), "bounceConfirmed"),
);
