/** グループ名から役割を決める決まり。書いていない名前は、何も付けない。 */
import { describe, expect, it } from "vitest";
import {
  assignmentsFromGroups,
  type GroupRow,
  groupRowFaults,
  type RolePlace,
  type StaffAccess,
} from "#app/domain/access/staff-groups.ts";

const ministryOf = (office: string) => (office === "meti-tohoku" ? "経済産業省" : undefined);
const tableOnly: StaffAccess = { namedGroups: false, openJoining: false, administratorGroup: null };
const table: readonly GroupRow[] = [
  { groupName: "METI-東北-審査", role: "reviewer", officeCode: "meti-tohoku" },
  { groupName: "METI-東北-審査", role: "helpDesk", officeCode: "" },
  { groupName: "CHUSHO-KIKAKU", role: "coordinator", officeCode: "" },
  { groupName: "誤り1", role: "substitute", officeCode: "meti-tohoku" },
  { groupName: "誤り2", role: "reviewer", officeCode: "" },
  { groupName: "誤り3", role: "auditor", officeCode: "meti-tohoku" },
  { groupName: "誤り4", role: "reviewer", officeCode: "no-such-office" },
  { groupName: "誤り5", role: "root", officeCode: "" },
];
const rolesIn = (
  groups: readonly string[],
  access: Partial<StaffAccess> = {},
  withheld: readonly RolePlace[] = [],
): readonly string[] =>
  assignmentsFromGroups(groups, { access: { ...tableOnly, ...access }, table, withheld, ministryOf }).map(
    ({ role, officeCode }) => (officeCode === null ? role : `${role}@${officeCode}`),
  );

describe("本番の決まり（対応の表だけ）", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["表にあるグループ", ["METI-東北-審査"], ["reviewer@meti-tohoku", "helpDesk"]],
    [
      "二つのグループ",
      ["CHUSHO-KIKAKU", "METI-東北-審査"],
      ["reviewer@meti-tohoku", "helpDesk", "coordinator"],
    ],
    ["表に無いグループ", ["DOMAIN-USERS"], []],
    ["大文字と小文字の違うグループ", ["chusho-kikaku"], []],
    ["名前が役割を表すだけのグループ", ["role:administrator", "office:meti-tohoku:officeManager"], []],
    [
      "代決者、局の無い審査担当、局のある監査、知らない局、知らない役割",
      ["誤り1", "誤り2", "誤り3", "誤り4", "誤り5"],
      [],
    ],
  ])("%s", (_name, groups, roles) => {
    expect(rolesIn(groups)).toEqual(roles);
  });

  it("外した役割は、グループに入っていても付かない。ほかの役割は残る", () => {
    const off = [{ role: "reviewer", officeCode: "meti-tohoku" }];
    expect(rolesIn(["METI-東北-審査"], {}, off)).toEqual(["helpDesk"]);
    expect(
      rolesIn(["role:administrator"], { namedGroups: true }, [{ role: "administrator", officeCode: "" }]),
    ).toEqual([]);
  });

  it("最初の管理者のグループは、表が空でも管理者になる", () => {
    expect(rolesIn(["ADMINS"], { administratorGroup: "ADMINS" })).toEqual(["administrator"]);
    expect(rolesIn(["ADMINS"])).toEqual([]);
  });
});

describe("デモの決まり（名前がそのまま役割）", () => {
  it.each<[string, readonly string[]]>([
    ["office:meti-tohoku:reviewer", ["reviewer@meti-tohoku"]],
    ["role:auditor", ["auditor"]],
    ["role:substitute", []],
    ["office:meti-tohoku:substitute", []],
    ["office:no-such-office:reviewer", []],
    ["office:meti-tohoku:auditor", []],
    ["role:reviewer", []],
    ["role:administrator:x", []],
    ["office:meti-tohoku:reviewer:x", []],
    ["administrator", []],
  ])("%s", (group, roles) => {
    expect(rolesIn([group], { namedGroups: true })).toEqual(roles);
  });
});

it.each<[string, Partial<GroupRow>, readonly string[]]>([
  ["正しい局の役割", {}, []],
  ["正しい局に結び付かない役割", { role: "auditor", officeCode: "" }, []],
  ["名前が無い", { groupName: "" }, ["groupName"]],
  ["代決者", { role: "substitute" }, ["role"]],
  ["局の無い審査担当", { officeCode: "" }, ["officeCode"]],
  ["局のある管理者", { role: "administrator" }, ["officeCode"]],
])("対応の行の検査: %s", (_name, more, fields) => {
  const row = { groupName: "G", role: "reviewer", officeCode: "meti-tohoku", ...more };
  expect(Object.keys(groupRowFaults(row, ministryOf))).toEqual(fields);
});
