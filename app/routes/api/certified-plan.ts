import { apiGuarded, apiRefusal } from "#app/http/api-guard.server.ts";
import { planDetailSchema } from "#app/domain/sharing/shared-plan.ts";
import { readSharedPlan } from "#app/usecases/sharing/read-shared-plans.server.ts";

/** 一件の計画。区画は、許された項目のまとまりの分だけ。 */
export const loader = apiGuarded("plans.basic", "api.read", async ({ param, useCase }) => {
  const read = await readSharedPlan(useCase, param("id"));
  return read.ok ? Response.json(planDetailSchema.parse(read.value)) : apiRefusal(read.error);
});
