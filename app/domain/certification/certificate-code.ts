/**
 * 確認の符号。認定通知書の一つの版に一つ。紙から打てるよう、紛れやすい字（0 O 1 I L）を使わない。
 * 当てられないよう乱数 133 ビットからなり、終わりの一字は打ち間違いを見つけるための検査の字。
 */
import { ok, refuse, type Result } from "../result.ts";

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BASE = LETTERS.length;
const RANDOM_LENGTH = 27;
const LENGTH = RANDOM_LENGTH + 1;
const GROUP = 4;

/** 要る乱数のバイト数。符号の大きさより 59 ビット余分に取り、字の偏りをなくす。 */
export const CODE_RANDOM_BYTES = 24;

/** 符号として読めない理由。`shape` 字数又は使わない字、`typo` 検査の字が合わない。 */
export type CodeFault = "shape" | "typo";

/**
 * @param random 乱数 {@link CODE_RANDOM_BYTES} バイト
 * @returns 区切りのない28字
 */
export function certificateCode(random: Uint8Array): string {
  let rest = random.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  let letters = "";
  for (let index = 0; index < RANDOM_LENGTH; index += 1) {
    letters += LETTERS.charAt(Number(rest % BigInt(BASE)));
    rest /= BigInt(BASE);
  }
  return letters + checkLetter(letters);
}

/**
 * 打たれた符号を読む。全角、小文字、空白、区切りの線は構わない。
 *
 * @returns 区切りのない28字
 */
export function readCertificateCode(typed: string): Result<string, CodeFault> {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u2212\u30fc\uff70]/gu, "");
  if (code.length !== LENGTH || [...code].some((letter) => !LETTERS.includes(letter))) return refuse("shape");
  return checkLetter(code.slice(0, RANDOM_LENGTH)) === code.slice(RANDOM_LENGTH) ? ok(code) : refuse("typo");
}

const MARK = "keieiryoku-certificate:";

/** PDF の属性に残す印。中身の変わった書類が、どの通知書に基づくかを知るため。 */
export const codeMark = (written: string): string => `${MARK}${written}`;

/** バイト列（Latin-1 として読んだ文字）の中の印から、符号を取り出す。無ければ null。 */
export function markedCode(text: string): string | null {
  const found = new RegExp(`${MARK}([${LETTERS}-]{${LENGTH + LENGTH / GROUP - 1}})`, "u").exec(text)?.[1];
  const read = found === undefined ? null : readCertificateCode(found);
  return read?.ok === true ? read.value : null;
}

/** 紙と画面での書き方。四字ずつ線で区切る。 */
export const writtenCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, "gu")) ?? []).join("-");

/** 位置ごとの重みは法 31 で互いに異なるので、一字の違いと隣どうしの入替えを必ず見つける。 */
function checkLetter(letters: string): string {
  const sum = Array.from(letters).reduce(
    (total, letter, index) => total + (index + 1) * LETTERS.indexOf(letter),
    0,
  );
  return LETTERS.charAt(sum % BASE);
}
