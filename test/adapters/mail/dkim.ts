/** DKIM の署名（RFC 6376、rsa-sha256、relaxed/relaxed）を、鍵だけで確かめる。 */
import { createHash, type KeyObject, verify } from "node:crypto";

/** 見出しの続きの行を一行にし、名前を小文字に、空白を一つにする。 */
const relaxed = (field: string): string => {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replaceAll(/\r\n(?=[ \t])/gu, "")
    .replaceAll(/[ \t]+/gu, " ")
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
};

const relaxedBody = (body: string): string =>
  `${body
    .split("\r\n")
    .map((line) => line.replaceAll(/[ \t]+/gu, " ").trimEnd())
    .join("\r\n")
    .replace(/(?:\r\n)+$/u, "")}\r\n`;

/** @returns 署名の札と、本文と見出しの両方が署名のとおりか。署名が無ければ null */
export function checkDkim(
  raw: Buffer,
  publicKey: KeyObject,
): { readonly tags: Readonly<Record<string, string>>; readonly valid: boolean } | null {
  const text = raw.toString("latin1");
  const cut = text.indexOf("\r\n\r\n");
  const fields = text.slice(0, cut).split(/\r\n(?![ \t])/u);
  const signature = fields.find((field) => /^dkim-signature:/iu.test(field));
  if (signature === undefined) return null;
  const tags = Object.fromEntries(
    relaxed(signature)
      .slice("dkim-signature:".length)
      .split(";")
      .map((tag) => {
        const equals = tag.indexOf("=");
        return [tag.slice(0, equals).trim(), tag.slice(equals + 1).replaceAll(" ", "")];
      }),
  );
  const body = createHash("sha256")
    .update(relaxedBody(text.slice(cut + 4)), "latin1")
    .digest("base64");
  const named = (tags["h"] ?? "").toLowerCase().split(":");
  const signed = [
    ...named.flatMap((name) => {
      const field = fields.find((one) => one.toLowerCase().startsWith(`${name}:`));
      return field === undefined ? [] : [relaxed(field)];
    }),
    relaxed(signature).replace(/(;\s*b=)[^;]*/u, "$1"),
  ].join("\r\n");
  const bytes = Buffer.from(tags["b"] ?? "", "base64");
  return {
    tags,
    valid: body === tags["bh"] && verify("RSA-SHA256", Buffer.from(signed, "latin1"), publicKey, bytes),
  };
}
