/** 架空の事業者。法人番号は、登録に使われない 99 の帯から、検査用数字を計算して作る。 */
import { corporateNumberCheckDigit } from "#app/domain/text/corporate-number.ts";
import type { Prefecture } from "#app/domain/rulebook/jurisdiction-rules.ts";
import { idOf, type Random } from "./random.ts";
import { type TradeName, trades } from "./trade.ts";

export type GeneratedCompany = {
  readonly key: string;
  readonly name: string;
  readonly representative: string;
  readonly prefecture: string;
  readonly address: string;
  readonly employees: number;
  readonly capital: number;
  readonly establishedOn: string;
  readonly closingMonth: number;
  readonly contactName: string;
  readonly contactTelephone: string;
  readonly contactEmail: string;
  readonly trade: TradeName;
  /** ministry は共管の分野で選んだ省庁（一つに決まる分野では空）、guideline は指針の id。 */
  readonly industry: { readonly code: string; readonly ministry: string; readonly guideline: string };
  readonly account: { readonly id: string; readonly subject: string };
};

const stems = [
  "青葉", "旭", "朝日野", "泉", "稲穂", "岩本", "梅ヶ枝", "大沢", "小川", "翔", "鏡野", "霞", "桂", "北辰",
  "桐生野", "熊谷", "桑名田", "光陽", "河内屋", "寿", "早蕨", "三和", "敷島", "白鷺", "新栄", "杉本", "瑞穂",
  "千歳", "高砂", "橘", "千代田野", "椿", "東海", "中央", "浪花", "西野", "花田", "浜松屋", "日の出", "藤沢",
  "星野", "松風", "丸山", "三峰", "緑", "武蔵", "森田", "八雲", "山吹", "豊", "吉備", "和泉", "若草", "渡会",
]; // prettier-ignore
const families = [
  "佐藤",
  "鈴木",
  "髙橋",
  "田中",
  "伊藤",
  "渡邉",
  "山本",
  "中村",
  "小林",
  "加藤",
  "吉田",
  "山田",
  "佐々木",
  "山﨑",
  "松本",
  "井上",
  "木村",
  "林",
  "斎藤",
  "清水",
  "濵田",
  "𠮷村",
  "阿部",
  "森",
  "池田",
  "橋本",
];
const givens = [
  "健一",
  "由美",
  "誠",
  "和子",
  "大輔",
  "美咲",
  "隆",
  "直樹",
  "千尋",
  "恵子",
  "亮",
  "彩",
  "修",
  "真理",
  "望",
  "圭",
  "遥",
  "学",
  "友子",
  "豊",
  "翔太",
  "さくら",
  "剛",
  "久美子",
];
const towns = ["仮町", "見本町", "例示台", "架空通", "試作町", "案内町"];

export const personName = (random: Random): string => `${random.pick(families)} ${random.pick(givens)}`;

/**
 * @param serial 種の中の通し番号
 * @param seed 種。下二桁が法人番号に入り、種の違う事業者は重ならない
 */
export function generateCompany(
  random: Random,
  at: {
    readonly serial: number;
    readonly seed: number;
    readonly trade: TradeName;
    readonly prefecture: Prefecture;
    readonly industry: GeneratedCompany["industry"];
  },
): GeneratedCompany {
  const words = trades[at.trade];
  const base = `99${String(10 + (at.seed % 90))}${String(at.serial).padStart(8, "0")}`;
  const owner = personName(random);
  const title = random.pick(["代表取締役", "代表取締役社長"]);
  const employees = Math.round(
    words.employees[0] * (words.employees[1] / words.employees[0]) ** random.next(),
  );
  const body = `${random.pick(stems)}${random.pick(words.names)}`;
  const name = random.weighted([
    [`株式会社${body}`, 6],
    [`${body}株式会社`, 2.5],
    [`有限会社${body}`, 1.5],
  ]);
  const area = String(random.integer(11, 99)).padStart(3, "0");
  return {
    key: `${corporateNumberCheckDigit(base)}${base}`,
    name,
    representative: `${title} ${owner}`,
    prefecture: at.prefecture.code,
    address: `${at.prefecture.name}${random.pick(stems)}市${random.pick(towns)}${random.integer(1, 9)}丁目${random.integer(1, 30)}番${random.integer(1, 20)}号`,
    employees,
    capital: random.pick([3, 5, 8, 10, 10, 20, 30, 45, 50, 80, 98]) * 1_000_000,
    establishedOn: `${random.integer(1948, 2021)}-${String(random.integer(1, 12)).padStart(2, "0")}-${String(random.integer(1, 28)).padStart(2, "0")}`,
    closingMonth: random.weighted([
      [3, 5],
      [12, 2],
      [9, 2],
      [6, 1],
      [random.integer(1, 12), 3],
    ]),
    contactName: `${random.pick(["総務部", "総務課", "経理課", "経営企画室", "管理部"])} ${personName(random)}`,
    contactTelephone: `${area}-000-${String(random.integer(0, 9999)).padStart(4, "0")}`,
    contactEmail: `tantou@c${base}.example.jp`,
    trade: at.trade,
    industry: at.industry,
    account: { id: idOf(`generated-applicant:${base}`), subject: `generated-${base}` },
  };
}
