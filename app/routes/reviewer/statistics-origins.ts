/** 電子申請の割合の行。数に、その計画の一覧の URL を付ける。 */
import { everyPlan, planOriginWords, writePlanListQuery } from "#app/domain/plan-life/plan-list-query.ts";
import type { Statistics } from "#app/usecases/review/read-statistics.server.ts";
import { share } from "./statistics-cells.tsx";

/** @param office 選ばれた局。空は見てよい局の全部 */
export function originLines(origins: Statistics["origins"], office: string) {
  const whole = origins.reduce((sum, { total }) => sum + total, 0);
  return origins.map(({ origin, total }) => ({
    origin,
    label: planOriginWords[origin],
    plans: { count: total, href: `/review/plans${writePlanListQuery({ ...everyPlan, origin, office })}` },
    share: share(total, whole),
    whole,
  }));
}
