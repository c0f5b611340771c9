import type { StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";

/** 職員がログインした後に開く画面。役割で変わる。 */
export function staffHome(actor: StaffActor): string {
  if (mayDo(actor, "review.list").allowed) return "/review";
  if (mayDo(actor, "rulebook.view").allowed) return "/admin/rulebook";
  if (mayDo(actor, "audit.view").allowed) return "/admin/audit";
  return "/";
}
