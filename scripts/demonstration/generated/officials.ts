/** 架空の職員。局ごとに審査担当二人と決裁者一人。id は局から決まり、種が違っても同じ人になる。 */
import { hash } from "node:crypto";
import type { BulkRows } from "#db/repositories/pack-rows.ts";
import { personName } from "./companies.ts";
import { createRandom, idOf } from "./random.ts";

export type Official = { readonly id: string; readonly name: string };
export type OfficeStaff = {
  readonly reviewers: readonly [Official, ...Official[]];
  readonly manager: Official;
};

const remembered = new Map<string, OfficeStaff>();

export function officeStaffOf(officeCode: string): OfficeStaff {
  const known = remembered.get(officeCode) ?? makeStaff(officeCode);
  remembered.set(officeCode, known);
  return known;
}

function makeStaff(officeCode: string): OfficeStaff {
  const random = createRandom(Number.parseInt(hash("sha256", officeCode).slice(0, 8), 16));
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
