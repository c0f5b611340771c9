/** 都道府県から番地までの一続きの住所を、都道府県・市区町村・その先に分ける。 */

export type SplitAddress = {
  /** 都道府県の番号（2 桁）。分からなければ null。 */
  readonly prefecture: string | null;
  /** 市区町村。郡と政令指定都市の区を含む。はっきりしなければ null で、rest に続けて残す。 */
  readonly city: string | null;
  readonly rest: string;
};

/** 名前の途中に「市」「町」「村」「区」「郡」の入る市区町村。後ろの形だけで切ると途中で切れる。 */
const NAMES_WITH_MARKS = [
  "余市郡余市町",
  "余市郡仁木町",
  "余市郡赤井川村",
  "高市郡高取町",
  "高市郡明日香村",
  "柴田郡村田町",
  "西村山郡河北町",
  "西村山郡西川町",
  "西村山郡朝日町",
  "西村山郡大江町",
  "北村山郡大石田町",
  "佐波郡玉村町",
  "中新川郡上市町",
  "吉野郡下市町",
  "杵島郡大町町",
  "四日市市",
  "八日市場市",
  "廿日市市",
  "野々市市",
  "十日町市",
  "大和郡山市",
  "武蔵村山市",
  "東村山市",
  "市川市",
  "市原市",
  "町田市",
  "大町市",
  "村山市",
  "村上市",
  "羽村市",
  "大村市",
  "田村市",
  "玉村町",
  "郡山市",
  "郡上市",
  "小郡市",
  "蒲郡市",
] as const;

const CITY =
  /^(?:[^市区町村]{1,6}郡[^市区町村]{1,8}[町村]|[^市]{1,8}市[^市区町村]{1,6}区|[^市区町村]{1,10}[市区町村])/u;
const WARD = /^[^市区町村\d０-９]{1,6}区/u;
/** 区を置く政令指定都市の名前に、区が続くかを見る。 */
const WITH_WARDS =
  /^(?:札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市$/u;

/**
 * @param location 都道府県から番地まで
 * @param prefectures 都道府県の番号 → 名前（規則集）
 */
export function splitAddress(
  location: string,
  prefectures: ReadonlyMap<string, { readonly name: string }>,
): SplitAddress {
  const text = location.trim();
  const known = [...prefectures].find(([, { name }]) => text.startsWith(name));
  if (known === undefined) return { prefecture: null, city: null, rest: text };
  const [prefecture, { name }] = known;
  const rest = text.slice(name.length).trim();
  const city = cityAt(rest);
  return { prefecture, city, rest: city === null ? rest : rest.slice(city.length) };
}

function cityAt(text: string): string | null {
  const named = NAMES_WITH_MARKS.find((name) => text.startsWith(name)) ?? CITY.exec(text)?.[0];
  if (named === undefined) return null;
  if (!WITH_WARDS.test(named)) return named;
  return named + (WARD.exec(text.slice(named.length))?.[0] ?? "");
}

/** 一続きの住所に戻す。 */
export const joinedAddress = (
  { prefecture, city, rest }: SplitAddress,
  prefectures: ReadonlyMap<string, { readonly name: string }>,
): string => `${prefecture === null ? "" : (prefectures.get(prefecture)?.name ?? "")}${city ?? ""}${rest}`;
