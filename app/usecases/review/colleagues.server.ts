import { distinctNames } from "#app/domain/access/distinct-names.ts";
import { officeStaff } from "#db/queries/accounts.ts";
import type { UseCaseContext } from "../context.ts";

/** 局の職員。 */
export type Colleague = {
  readonly officeCode: string;
  readonly id: string;
  readonly name: string;
  /** 選ぶときの名前。同じ名前の人がいれば、メールアドレスを添える。記録には name を残す。 */
  readonly label: string;
};

/** 局の審査担当と決裁者。名前の順。選ぶときは、同じ名前の人を見分けられる。 */
export async function colleaguesIn(
  { database }: Pick<UseCaseContext, "database">,
  officeCode: string,
): Promise<readonly Colleague[]> {
  const groups = await Promise.all(
    ["reviewer", "officeManager"].map((role) => officeStaff(database, officeCode, role)),
  );
  const people = new Map(groups.flat().map(({ id, displayName: name, email }) => [id, { id, name, email }]));
  return distinctNames([...people.values()])
    .map(({ id, name, label }) => ({ officeCode, id, name, label }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "ja"));
}
