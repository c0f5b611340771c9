/**
 * 職員の OpenID Provider が返すグループ名から、役割の割当てを決める。名前と役割の対応は、管理者が二人で決めた表だけに従う。
 * デモと開発では、名前がそのまま役割を表す `office:<局の符号>:<役割>` と `role:<役割>` も読む。知らない名前は役割を付けない。
 */
import type { StaffAssignment } from "./actor.ts";
import { isStaffRole, type StaffRole } from "./roles.ts";

/** 局に結び付けないと意味のない役割。 */
const officeRoles: ReadonlySet<StaffRole> = new Set<StaffRole>(["reviewer", "officeManager"]);

/** グループで付けられる役割。代決者は、代決の記録だけから付く。 */
export const GROUP_ROLES = [
  "reviewer",
  "officeManager",
  "coordinator",
  "administrator",
  "helpDesk",
  "auditor",
] as const satisfies readonly StaffRole[];

/** 役割の一つ。局に結び付かない役割の officeCode は空文字。 */
export type RolePlace = { readonly role: string; readonly officeCode: string };

/** 対応の表の一行。 */
export type GroupRow = RolePlace & { readonly groupName: string };

/** 運用の設定。 */
export type StaffAccess = {
  /** グループの名前がそのまま役割を表すものとして読む（デモと開発）。 */
  readonly namedGroups: boolean;
  /** 招いていない職員も、初めてのログインで利用者にする（デモと開発）。 */
  readonly openJoining: boolean;
  /** このグループの人は管理者になり、招きも要らない。最初の管理者のため。無ければ null。 */
  readonly administratorGroup: string | null;
};

/**
 * @param groups 受け取ったグループ名
 * @param table 対応の表
 * @param withheld その職員から外した役割
 * @param ministryOf 局の符号から省庁名を引く。知らない局なら undefined
 * @returns 重なりのない割当て
 */
export function assignmentsFromGroups(
  groups: readonly string[],
  {
    access,
    table,
    withheld,
    ministryOf,
  }: {
    readonly access: StaffAccess;
    readonly table: readonly GroupRow[];
    readonly withheld: readonly RolePlace[];
    readonly ministryOf: (officeCode: string) => string | undefined;
  },
): readonly StaffAssignment[] {
  const held = new Set(groups);
  const places: readonly RolePlace[] = [
    ...table.filter(({ groupName }) => held.has(groupName)),
    ...(access.namedGroups ? groups.flatMap(placeNamed) : []),
    ...(access.administratorGroup !== null && held.has(access.administratorGroup)
      ? [{ role: "administrator", officeCode: "" }]
      : []),
  ];
  const off = new Set(withheld.map(keyOf));
  const wanted = new Map(places.map((place) => [keyOf(place), place]));
  return [...wanted].flatMap(([key, place]) => (off.has(key) ? [] : assignmentOf(place, ministryOf)));
}

const keyOf = ({ role, officeCode }: RolePlace): string => `${role}@${officeCode}`;

/** 名前がそのまま表す役割。 */
function placeNamed(group: string): readonly RolePlace[] {
  const [kind, first = "", second = "", ...rest] = group.split(":");
  if (rest.length > 0) return [];
  if (kind === "office" && second !== "") return [{ role: second, officeCode: first }];
  return kind === "role" && second === "" ? [{ role: first, officeCode: "" }] : [];
}

/** 役割と局の組が成り立つときだけ、割当てにする。 */
function assignmentOf(
  { role, officeCode }: RolePlace,
  ministryOf: (officeCode: string) => string | undefined,
): readonly StaffAssignment[] {
  if (!isGroupRole(role)) return [];
  if (!officeRoles.has(role)) return officeCode === "" ? [{ role, officeCode: null, ministry: null }] : [];
  const ministry = ministryOf(officeCode);
  return ministry === undefined ? [] : [{ role, officeCode, ministry }];
}

const isGroupRole = (text: string): text is (typeof GROUP_ROLES)[number] =>
  isStaffRole(text) && GROUP_ROLES.some((role) => role === text);

/**
 * 対応に足そうとする行の誤り。
 *
 * @returns 欄の名前ごとの文。無ければ空
 */
export function groupRowFaults(
  { groupName, role, officeCode }: GroupRow,
  ministryOf: (officeCode: string) => string | undefined,
): Readonly<Record<string, readonly string[]>> {
  const forOffice = isGroupRole(role) && officeRoles.has(role);
  return {
    ...(groupName === "" || groupName.length > 200
      ? { groupName: ["グループ名を200文字までで入力してください。"] }
      : {}),
    ...(isGroupRole(role) ? {} : { role: ["役割を選んでください。"] }),
    ...(forOffice && ministryOf(officeCode) === undefined
      ? { officeCode: ["審査担当と決裁者には、局を選んでください。"] }
      : {}),
    ...(isGroupRole(role) && !forOffice && officeCode !== ""
      ? { officeCode: ["この役割は局に結び付きません。局を選ばないでください。"] }
      : {}),
  };
}
