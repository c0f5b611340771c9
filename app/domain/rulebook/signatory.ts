/** 通知に署名する局の長。任期を書いた局では、その日の人が署名する。 */
import type { Rulebook } from "./rulebook.ts";

/** 職名と、氏名を記すときの氏名。 */
export type Signatory = { readonly title: string; readonly name: string | null };

/**
 * @param officeCode 局のコード
 * @param on YYYY-MM-DD
 * @returns 知らない局、任期がその日にない局なら undefined
 */
export function signatoryOn(rulebook: Rulebook, officeCode: string, on: string): Signatory | undefined {
  const office = rulebook.offices.get(officeCode);
  const heads = rulebook.officeHeads.get(officeCode);
  if (office === undefined) return undefined;
  if (heads === undefined) return { title: office.headTitle, name: office.headName };
  const head = heads.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo));
  return head === undefined ? undefined : { title: head.title, name: head.name };
}
