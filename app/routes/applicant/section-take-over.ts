import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { takeSectionLease } from "#app/usecases/applications/take-section-lease.server.ts";
import { sectionPath } from "./paths.ts";
import { HANDOVER_TAB } from "./section-lease-page.server.ts";

const back = (param: (name: string) => string): string =>
  sectionPath({ companyKey: param("company"), applicationId: param("id") }, param("section"));

export const loader = guarded("applicant", "plan.viewOwn", async ({ param }) => redirect(back(param)));

/** 編集を引き継ぐ。引き継いだことは監査に残り、前の人の画面にも知らせる。 */
export const action = guarded("applicant", "plan.draft", async ({ param, useCase }) => {
  const taken = await takeSectionLease(useCase, {
    companyKey: param("company"),
    applicationId: param("id"),
    section: param("section"),
    tabId: HANDOVER_TAB,
    mode: "takeOver",
  });
  if (!taken.ok) throw refusalResponse(taken.error);
  return redirect(back(param));
});
