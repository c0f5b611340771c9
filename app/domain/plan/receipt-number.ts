/**
 * 受付番号。電話で読み合わせやすいよう、年度2桁と4桁ずつの組にし、最後の1桁を検査数字にする。
 * 例 26-0000-1234。一桁の打ち違いと隣どうしの入替えは検査数字で分かる（Luhn）。
 */
const luhn = (digits: string): number => {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
};

/**
 * @param fiscalYear 年度（西暦4桁）
 * @param n 年度の中の通し番号（1 から 9,999,999）
 */
export function receiptNumber(fiscalYear: number, n: number): string {
  const year = String(fiscalYear % 100).padStart(2, "0");
  const serial = String(n).padStart(7, "0");
  const all = `${serial}${luhn(`${year}${serial}`)}`;
  return `${year}-${all.slice(0, 4)}-${all.slice(4)}`;
}

const spokenDigits = ["ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"] as const;

/**
 * 電話で読み上げるときの言い方。聞き違えやすい「し」「しち」「く」を使わず、組の間で息を入れる。
 * @param number 例 26-0000-0018
 * @returns 例 に ろく、ゼロ ゼロ ゼロ ゼロ、ゼロ ゼロ いち はち
 */
export const spokenReceiptNumber = (number: string): string =>
  number
    .split("-")
    .map((group) => [...group].map((digit) => spokenDigits[Number(digit)] ?? digit).join(" "))
    .join("、");

/** 受付番号の形と検査数字が合うか。 */
export function isReceiptNumber(text: string): boolean {
  const digits = text.replaceAll("-", "");
  if (!/^\d{10,}$/u.test(digits)) return false;
  return luhn(digits.slice(0, -1)) === Number(digits.slice(-1));
}
