import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { pdfResponse } from "#app/http/pdf-response.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { printPostalForm } from "#app/usecases/papers/postal-form.server.ts";
import { applicationPath } from "./paths.ts";

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase, tools }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const form = await printPostalForm(useCase, tools.pdf, place);
  if (form.ok) return pdfResponse(form.value.bytes, form.value.fileName);
  if (form.error.kind === "notReady") throw redirect(`${applicationPath(place)}/check`);
  throw refusalResponse(form.error);
});
