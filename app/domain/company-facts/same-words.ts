/** 申請の値と公表の値が、書き方の違いだけかを見る。保存する値には使わない。 */
import { foldForSearch } from "../text/width.ts";

const LEGAL_FORMS: ReadonlyMap<string, string> = new Map([
  ["(株)", "株式会社"],
  ["(有)", "有限会社"],
  ["(合)", "合同会社"],
  ["(資)", "合資会社"],
  ["(名)", "合名会社"],
  ["(一社)", "一般社団法人"],
  ["(医)", "医療法人"],
  ["(福)", "社会福祉法人"],
]);

/** 名称を比べるための形。幅、空白、旧字体、異体字の選択、法人格の略し方をそろえる。 */
function comparableName(name: string): string {
  let folded = foldForSearch(name).replace(/\s+/gu, "");
  for (const [short, long] of LEGAL_FORMS) folded = folded.replaceAll(short, long);
  return folded;
}

export const sameName = (one: string, other: string): boolean =>
  comparableName(one) === comparableName(other);

const KANJI_DIGITS = "〇一二三四五六七八九";

/** 住所を比べるための形。丁目・番・号と漢数字を、横棒と算用数字にそろえる。 */
function comparableAddress(address: string): string {
  return foldForSearch(address)
    .replace(/\s+/gu, "")
    .replace(/[一二三四五六七八九十]+(?=丁目|番|号)/gu, arabic)
    .replace(/(\d)(?:丁目|番地の?|番|の)(?=\d)/gu, "$1-")
    .replace(/(\d)(?:番地|番|号|丁目)(?!\d)/gu, "$1");
}

function arabic(kanji: string): string {
  const [tens, ones] = kanji.includes("十") ? kanji.split("十") : ["", kanji];
  const digit = (text: string | undefined, empty: number): number =>
    text === undefined || text === "" ? empty : KANJI_DIGITS.indexOf(text);
  const value = kanji.includes("十") ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
  return value > 0 ? String(value) : kanji;
}

export const sameAddress = (one: string, other: string): boolean =>
  comparableAddress(one) === comparableAddress(other);

/**
 * 役職名を添えて書いても、氏名だけでも同じ人とみなす。空白と字体の違いは見逃す。
 * @param typed 申請の「役職名及び氏名」
 * @param given 出どころの値。役職名の付くことも、氏名だけのこともある
 */
export function samePerson(typed: string, given: string): boolean {
  const folded = (text: string): string => foldForSearch(text).replace(/\s+/gu, "");
  const [one, other] = [folded(typed), folded(given)];
  if (one === "" || other === "") return one === other;
  return one.endsWith(other) || other.endsWith(one);
}
