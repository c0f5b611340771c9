/**
 * 数の書き方を、桁の数字だけの十進数に読み解く。桁区切り、小数、千・百と万・億・兆を読む。
 * 何の単位で書かれたかは number-input.ts が決める。
 */

/** 書かれた数。value は 10 の累乗を掛ける前の整数で、値は value ÷ 10^places。 */
export type WrittenNumber = {
  readonly value: bigint;
  readonly places: number;
  /** 使われた一番大きい位（10 の累乗）。位の字がなければ 0。 */
  readonly largest: number;
};

const EXPONENTS: Readonly<Record<string, number>> = {
  "": 0,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  億: 8,
  兆: 12,
};
const GROUP = /([\d,]*(?:\.\d*)?)([十百千]?)([万億兆]?)/uy;
const MAX_CHARACTERS = 60;

type Group = { readonly digits: bigint; readonly places: number; readonly exponent: number };

/**
 * @param text 符号と単位を除いた半角の文字。例 `1,234` `12.5` `12億` `1億2,000万` `5千万`
 * @returns 読めなければ理由。`grouping` は桁区切りの位置違い
 */
export function readWrittenNumber(text: string): WrittenNumber | "notNumber" | "grouping" {
  if (text === "" || text.length > MAX_CHARACTERS) return text === "" ? "notNumber" : tooLong(text);
  const groups: Group[] = [];
  GROUP.lastIndex = 0;
  while (GROUP.lastIndex < text.length) {
    const match = GROUP.exec(text);
    if (match === null || match[0] === "") return "notNumber";
    const [, digits = "", small = "", large = ""] = match;
    const read = readDigits(digits);
    if (typeof read === "string") return read;
    groups.push({ ...read, exponent: (EXPONENTS[small] ?? 0) + (EXPONENTS[large] ?? 0) });
  }
  return inOrder(groups) ? sum(groups) : "notNumber";
}

/** 位の字のない数は、長さによらず読む（長すぎるかは呼ぶ側が見る）。 */
function tooLong(text: string): WrittenNumber | "notNumber" | "grouping" {
  const read = readDigits(text);
  return typeof read === "string" ? read : { value: read.digits, places: read.places, largest: 0 };
}

function readDigits(text: string): Omit<Group, "exponent"> | "notNumber" | "grouping" {
  const match = /^([\d,]*)(?:\.(\d*))?$/u.exec(text);
  const [, whole = "", fraction = ""] = match ?? [];
  if (match === null || !/\d/u.test(whole + fraction)) return "notNumber";
  if (whole.includes(",") && !/^\d{1,3}(?:,\d{3})+$/u.test(whole)) return "grouping";
  const decimals = fraction.replace(/0+$/u, "");
  return { digits: BigInt(whole.replaceAll(",", "") + decimals), places: decimals.length };
}

/** 位は大きい順に並び、下の位の数が上の位に届かないか。 */
const inOrder = (groups: readonly Group[]): boolean =>
  groups.every((group, index) => {
    const above = groups[index - 1];
    return (
      above === undefined ||
      (above.places === 0 &&
        group.exponent < above.exponent &&
        group.digits * 10n ** BigInt(group.exponent) < 10n ** BigInt(above.exponent + group.places))
    );
  });

function sum(groups: readonly Group[]): WrittenNumber {
  const places = Math.max(0, ...groups.map((group) => group.places));
  return {
    value: groups.reduce(
      (total, group) => total + group.digits * 10n ** BigInt(group.exponent + places - group.places),
      0n,
    ),
    places,
    largest: Math.max(0, ...groups.map((group) => group.exponent)),
  };
}

/**
 * 値 ÷ 10^places を十進数の文字にする。
 * @returns 余分な 0 と `-0` のない `-?整数部(.小数部)?`
 */
export function decimalDigits(negative: boolean, value: bigint, places: number): string {
  const digits = String(places < 0 ? value * 10n ** BigInt(-places) : value);
  if (places <= 0) return negative && value !== 0n ? `-${digits}` : digits;
  const padded = digits.padStart(places + 1, "0");
  const whole = padded.slice(0, padded.length - places);
  const fraction = padded.slice(padded.length - places).replace(/0+$/u, "");
  const magnitude = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative && value !== 0n ? `-${magnitude}` : magnitude;
}
