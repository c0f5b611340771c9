import { officeStaff } from "#db/queries/accounts.ts";
import type { UseCaseContext } from "../context.ts";

/** 局の職員。 */
export type Colleague = { readonly officeCode: string; readonly id: string; readonly name: string };

/** 局の審査担当と決裁者。名前の順。 */
export async function colleaguesIn(
  { database }: Pick<UseCaseContext, "database">,
  officeCode: string,
): Promise<readonly Colleague[]> {
  const groups = await Promise.all(
    ["reviewer", "officeManager"].map((role) => officeStaff(database, officeCode, role)),
  );
  const named = new Map(groups.flat().map(({ id, displayName }) => [id, displayName]));
  return [...named]
    .map(([id, name]) => ({ officeCode, id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "ja"));
}
