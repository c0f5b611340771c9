/**
 * 職員の OpenID Provider が返すグループ名から、役割の割当てを読む。
 * `office:<局の符号>:<役割>` は局の役割、`role:<役割>` は局に結び付かない役割。知らない名前は無視する。
 */
import type { StaffAssignment } from "./actor.ts";
import { isStaffRole } from "./roles.ts";

/** 局に結び付けないと意味のない役割。 */
const officeRoles: ReadonlySet<string> = new Set(["reviewer", "officeManager"]);
/** グループからは付かない役割。 */
const recordedRoles: ReadonlySet<string> = new Set(["substitute"]);

/**
 * @param groups 受け取ったグループ名
 * @param ministryOf 局の符号から省庁名を引く。知らない局なら undefined
 */
export function assignmentsFromGroups(
  groups: readonly string[],
  ministryOf: (officeCode: string) => string | undefined,
): readonly StaffAssignment[] {
  const assignments = groups.flatMap((group): readonly StaffAssignment[] => {
    const [kind, first, second, ...rest] = group.split(":");
    if (rest.length > 0) return [];
    if (kind === "office" && first !== undefined && second !== undefined) {
      const ministry = ministryOf(first);
      return ministry !== undefined && isStaffRole(second) && officeRoles.has(second)
        ? [{ role: second, officeCode: first, ministry }]
        : [];
    }
    if (kind === "role" && first !== undefined && second === undefined)
      return isStaffRole(first) && !officeRoles.has(first) && !recordedRoles.has(first)
        ? [{ role: first, officeCode: null, ministry: null }]
        : [];
    return [];
  });
  return [...new Map(assignments.map((one) => [`${one.role}@${one.officeCode ?? ""}`, one])).values()];
}
