/** 書かなくてよい区画を「使いません」と決める、又はやめる。 */
import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { markSectionUnused } from "#app/usecases/applications/mark-section-unused.server.ts";
import { applicationPath } from "./paths.ts";

/** 開いても何もなく、一覧に戻る。 */
export const loader = guarded("applicant", "plan.viewOwn", async ({ param }) =>
  redirect(applicationPath({ companyKey: param("company"), applicationId: param("id") })),
);

export const action = guarded("applicant", "plan.draft", async ({ request, param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const form = await request.formData();
  const unused = form.get("use") === "no";
  const marked = await markSectionUnused(useCase, { ...place, section: param("section"), unused });
  if (!marked.ok) throw refusalResponse(marked.error);
  throw redirect(`${applicationPath(place)}?${unused ? "unused" : "used"}=${param("section")}`);
});
