/** 架空の職員。局ごとに審査担当二人と決裁者一人。id は局から決まり、種が違っても同じ人になる。 */
import { createHash } from "node:crypto";
import type { BulkRows } from "#db/repositories/bulk-load.ts";
import { personName } from "./companies.ts";
import { createRandom } from "./random.ts";

export type Official = { readonly id: string; readonly name: string };
export type OfficeStaff = {
  readonly reviewers: readonly [Official, ...Official[]];
  readonly manager: Official;
};

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const idOf = (text: string): string => {
  const hex = digest(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export function officeStaffOf(officeCode: string): OfficeStaff {
  const random = createRandom(Number.parseInt(digest(officeCode).slice(0, 8), 16));
  const person = (part: string): Official => ({
    id: idOf(`generated-official:${officeCode}:${part}`),
    name: personName(random),
  });
  return { reviewers: [person("reviewer-1"), person("reviewer-2")], manager: person("manager") };
}

/** 職員の行。 */
export function staffRows(
  office: { readonly code: string; readonly ministry: string },
  issuer: string,
  at: string,
): Pick<BulkRows, "accounts" | "assignments"> {
  const { reviewers, manager } = officeStaffOf(office.code);
  const people = [
    ...reviewers.map((one) => ({ one, role: "reviewer" })),
    { one: manager, role: "officeManager" },
  ];
  return {
    accounts: people.map(({ one }, index) => ({
      id: one.id,
      kind: "staff",
      issuer,
      subject: `generated-${office.code}-${index + 1}`,
      displayName: one.name,
      email: `${office.code.replaceAll("_", "-")}-${index + 1}@staff.example.jp`,
      claims: {},
      active: true,
      createdAt: at,
      updatedAt: at,
    })),
    assignments: people.map(({ one, role }) => ({
      accountId: one.id,
      role,
      officeCode: office.code,
      ministry: office.ministry,
      createdAt: at,
    })),
  };
}
