/** ユースケースに渡す道具と、誰がいつ行うか。ルートはこれを guard から受け取る。 */
import type { EditionWork } from "#app/adapters/edition-work/edition-work-port.ts";
import type { Clock } from "#app/adapters/clock/clock-port.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { type CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { StaffAccess } from "#app/domain/access/staff-groups.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { ScanRule } from "#app/domain/attachment/scan-state.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import type { Database } from "#db/client.ts";
import type { LoadedRulebook, RulebookLibrary } from "#db/queries/load-rulebook.ts";
import type { ActorStamp } from "#db/write-plan.ts";

export type UseCaseContext = {
  readonly database: Database;
  readonly rulebooks: RulebookLibrary;
  readonly editionWork: EditionWork;
  readonly clock: Clock;
  readonly newId: () => string;
  /** メールの中の URL の先頭。 */
  readonly origin: string;
  /** 添付の検査の決まり（運用の設定）。 */
  readonly scanRule: ScanRule;
  /** 職員の権限の決め方（運用の設定）。 */
  readonly staffAccess: StaffAccess;
  readonly actor: Actor;
  readonly requestId: string;
};

/** Tokyo の今日。 */
export const today = (context: UseCaseContext): CivilDate => tokyoDay(context.clock.now());

/** 今日効いている版。起動時に取り込みを確かめているので、無ければ不変条件の破れ。 */
export function currentRulebook(context: UseCaseContext): LoadedRulebook {
  const loaded = context.rulebooks.on(today(context));
  if (loaded === null)
    throw new Error("公布済みの規則集がありません。npm run rulebook:import を行ってください。");
  return loaded;
}

export type { Rulebook };

/** 監査と出来事に残す行為者。 */
export function actorStamp(actor: Actor): ActorStamp {
  switch (actor.kind) {
    case "visitor":
      return { id: "", name: "", role: "visitor" };
    case "applicant":
      return { id: actor.accountId, name: actor.displayName, role: `applicant:${actor.accountType}` };
    case "staff":
      return {
        id: actor.accountId,
        name: actor.displayName,
        role: actor.assignments.map(({ role, officeCode }) => `${role}@${officeCode ?? "-"}`).join(","),
      };
    case "apiClient":
      return { id: `api:${actor.clientId}`, name: actor.name, role: "apiClient" };
    case "system":
      return { id: `system:${actor.job}`, name: "システム", role: "system" };
  }
}
