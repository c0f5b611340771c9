import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { holdRecord } from "#app/usecases/review/hold-record.server.ts";
import { typedText } from "./command-page.server.ts";
import { holdView } from "./record-hold.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

const recordPath = (id: string): string => `/review/applications/${encodeURIComponent(id)}`;

/** 送信だけの道筋。開き直したときは記録の画面へ戻す。 */
export const loader = guarded("staff", "review.hold", async ({ param }) => redirect(recordPath(param("id"))));

/** 開いている画面が名前を保つ（JSON で答える）。そうでなければ、ほかの人から引き継ぐ。 */
export const action = guarded("staff", "review.hold", async ({ request, param, useCase }) => {
  const form = await submittedForm(request);
  const renews = typedText(form, "intent") === "renew";
  const held = await holdRecord(useCase, {
    applicationId: param("id"),
    tabId: renews ? typedText(form, "tab").slice(0, 80) : useCase.newId(),
    mode: renews ? "renew" : "takeOver",
  });
  if (!held.ok) throw refusalResponse(held.error);
  return renews
    ? Response.json(holdView(held.value), { headers: { "Cache-Control": "no-store" } })
    : redirect(`${recordPath(param("id"))}?done=tookOver`);
});
