import { apiGuarded, apiRefusal } from "#app/http/api-guard.server.ts";
import { problemResponse } from "#app/http/problem.server.ts";
import { planListSchema } from "#app/domain/sharing/shared-plan.ts";
import { listSharedPlans } from "#app/usecases/sharing/read-shared-plans.server.ts";
import { cursorOf, readListQuery } from "./list-query.ts";

/** 同意を得た認定計画を、変わった順に返す。 */
export const loader = apiGuarded("plans.basic", "api.read", async ({ url, useCase }) => {
  const query = readListQuery(url.searchParams);
  if (!query.ok)
    return problemResponse({
      status: 400,
      title: "問合せに誤りがあります",
      detail: "誤った項目を直してください。",
      errors: query.error,
    });
  const listed = await listSharedPlans(useCase, query.value);
  if (!listed.ok) return apiRefusal(listed.error);
  const { next, ...rest } = listed.value;
  return Response.json(planListSchema.parse({ ...rest, next_cursor: next === null ? null : cursorOf(next) }));
});
