/** 役割と局を、画面の言葉にする。 */
import { isStaffRole, ROLE_NAMES } from "#app/domain/access/roles.ts";
import type { RolePlace } from "#app/domain/access/staff-groups.ts";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";

/** 「審査担当（東北経済産業局）」。知らない符号はそのまま。 */
export function placeWords(context: UseCaseContext, { role, officeCode }: RolePlace): string {
  const name = isStaffRole(role) ? ROLE_NAMES[role] : role;
  const office = currentRulebook(context).rulebook.offices.get(officeCode)?.name ?? officeCode;
  return office === "" ? name : `${name}（${office}）`;
}

/** 隠し欄や選択肢の値にする。 */
export const placeKey = ({ role, officeCode }: RolePlace): string => `${role}@${officeCode}`;

/** `placeKey` の値を読む。 */
export function placeIn(key: string): RolePlace {
  const [role = "", officeCode = ""] = key.split("@");
  return { role, officeCode };
}
