/** 宛先を、ちょうど一人を指す形に読む。宛先の欄に何が書かれていても、宛先が増えたり移ったりしない。 */
import { domainToASCII } from "node:url";
import { isEmailAddress } from "#app/domain/text/email-address.ts";

/**
 * 日本語などのドメインは、送る形（Punycode）にする。
 * @param text 宛先の欄の文字
 * @returns 一つのアドレス。並べたもの、宛名や注釈や引用符の付いたもの、改行の入ったものは null
 */
export function singleAddress(text: string): string | null {
  const at = text.lastIndexOf("@");
  if (at < 1) return null;
  const domain = domainToASCII(text.slice(at + 1));
  const address = `${text.slice(0, at)}@${domain}`;
  return domain !== "" && isEmailAddress(address) ? address : null;
}
