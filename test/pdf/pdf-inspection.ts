/** できた PDF を poppler の道具で読み直す。自分たちの部品ではなく、受け取る人の側の目で確かめるため。 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { A4, TYPE } from "#pdf-templates/shared/paper.ts";
import type { RenderOutcome, RenderedPdf } from "#app/adapters/pdf/pdf-port.ts";

function withTool(
  bytes: Uint8Array,
  tool: string,
  args: (file: string) => string[],
  encoding: BufferEncoding = "utf8",
): string {
  const folder = mkdtempSync(join(tmpdir(), "pdf-test-"));
  try {
    const file = join(folder, "document.pdf");
    writeFileSync(file, bytes);
    return execFileSync(tool, args(file), { encoding, maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function rendered(outcome: RenderOutcome): RenderedPdf {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** 空白と改行を除いた、一ページ又は全ページの文字。 */
export function textOf(bytes: Uint8Array, page?: number): string {
  const range = page === undefined ? [] : ["-f", String(page), "-l", String(page)];
  return withTool(bytes, "pdftotext", (file) => ["-raw", ...range, file, "-"]).replace(/\s/gu, "");
}

/** 一枚目の紙面の絵の SHA-256。 */
export function pictureHash(bytes: Uint8Array): string {
  const image = withTool(bytes, "pdftoppm", (file) => ["-gray", "-r", "150", "-singlefile", file], "latin1");
  return createHash("sha256").update(image, "latin1").digest("hex");
}

export type FontLine = { readonly name: string; readonly embedded: boolean; readonly unicode: boolean };

export function fontsOf(bytes: Uint8Array): FontLine[] {
  return withTool(bytes, "pdffonts", (file) => [file])
    .split("\n")
    .slice(2)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [name = "", ...rest] = line.split(/\s+/u);
      const [embedded, , unicode] = rest.slice(-5, -2);
      return { name, embedded: embedded === "yes", unicode: unicode === "yes" };
    });
}

export function propertiesOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const lines = withTool(bytes, "pdfinfo", (file) => ["-isodates", file]).split("\n");
  return Object.fromEntries(
    lines.map((line) => [line.split(":")[0] ?? "", line.slice(line.indexOf(":") + 1).trim()]),
  );
}

export type TextLine = {
  readonly page: number;
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
};

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

const box = (tag: string): Omit<TextLine, "page" | "text"> => {
  const side = (name: string): number => Number(new RegExp(`${name}="([^"]+)"`, "u").exec(tag)?.[1]);
  return { xMin: side("xMin"), xMax: side("xMax"), yMin: side("yMin"), yMax: side("yMax") };
};

/** 行ごとの文字と、紙の上の位置（左上が原点、pt）。 */
export function linesOf(bytes: Uint8Array): TextLine[] {
  const xhtml = withTool(bytes, "pdftotext", (file) => ["-bbox-layout", file, "-"]);
  return xhtml
    .split("<page ")
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gsu)].map(([, tag = "", inner = ""]) => ({
        page: index + 1,
        text: [...inner.matchAll(/<word [^>]*>(.*?)<\/word>/gsu)]
          .map(([, word = ""]) => word.replace(/&\w+;/gu, (entity) => ENTITIES[entity] ?? entity))
          .join(" "),
        ...box(tag),
      })),
    );
}

export type SignatureReport = {
  readonly count: number;
  readonly signer: string;
  readonly type: string;
  readonly hash: string;
  /** 署名の値が、対象の範囲と合うか。 */
  readonly valid: boolean;
  /** 対象の範囲が、書類の全体に及ぶか。 */
  readonly whole: boolean;
};

/** pdfsig の言うこと。 */
export function signatureOf(bytes: Uint8Array): SignatureReport {
  const report = withTool(bytes, "pdfsig", (file) => [file]);
  const value = (label: string): string => new RegExp(`- ${label}: (.+)`, "u").exec(report)?.[1] ?? "";
  return {
    count: report.match(/^Signature #/gmu)?.length ?? 0,
    signer: value("Signer Certificate Common Name"),
    type: value("Signature Type"),
    hash: value("Signing Hash Algorithm"),
    valid: value("Signature Validation") === "Signature is Valid.",
    whole: report.includes("- Total document signed"),
  };
}

/** 発信者の行の終わりの括弧は、空いた右半分だけが版面の右に出る。その幅（pt）。 */
export const hangingOf = ({ text }: TextLine): number => (text === "（公印省略）" ? TYPE.letter.size / 2 : 0);

/** 一枚目のその行の、墨の載った右の端（pt）。字の枠ではなく、目に見える端。 */
export function inkRight(bytes: Uint8Array, { xMin, yMin, yMax }: TextLine): number {
  const SCALE = 4;
  const area = [xMin - 2, yMin, A4.width - xMin, yMax - yMin].map((pt) => String(Math.round(pt * SCALE)));
  const args = ["-x", "-y", "-W", "-H"].flatMap((name, index) => [name, area[index] ?? ""]);
  const image = withTool(
    bytes,
    "pdftoppm",
    (file) => ["-gray", "-r", String(72 * SCALE), ...args, "-singlefile", file],
    "latin1",
  );
  const [heading = "", width = "0"] = /^P5\s+(\d+)\s+\d+\s+\d+\s/u.exec(image) ?? [];
  let right = -1;
  for (let at = heading.length; at < image.length; at += 1)
    if (image.charCodeAt(at) < 128) right = Math.max(right, (at - heading.length) % Number(width));
  return xMin - 2 + right / SCALE;
}
