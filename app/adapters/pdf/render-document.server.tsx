/** 帳票一つをこの過程の中で PDF にする。作業スレッドと、スレッドを使わない場合の両方がこれを呼ぶ。 */
import { createHash } from "node:crypto";
import { renderToBuffer, type DocumentProps } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import type { MissingCharacter } from "#app/domain/certification/unprintable.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { findTemplate } from "#pdf-templates/registry.ts";
import { fontFilesIn } from "#pdf-templates/shared/font-files.ts";
import { loadFonts } from "#pdf-templates/shared/fonts.ts";
import { missingGlyphs, stringsIn } from "#pdf-templates/shared/glyph-coverage.ts";
import type { PdfFault, RenderOptions, RenderOutcome } from "./pdf-port.ts";

export type RenderTask = {
  readonly templateId: string;
  readonly data: unknown;
  readonly options: RenderOptions;
};

const PAGE_OBJECT = /\/Type \/Page\n/gu;

const pageCount = (bytes: Buffer): number => bytes.toString("latin1").match(PAGE_OBJECT)?.length ?? 0;

const failed = (reason: unknown): PdfFault => ({
  kind: "renderFailed",
  message: reason instanceof Error ? reason.message : String(reason),
});

/** @returns どの書体にも字形の無い文字 */
export async function missingCharacters(
  text: string,
  fontDirectory?: string,
): Promise<readonly MissingCharacter[]> {
  const fonts = await loadFonts(fontDirectory === undefined ? undefined : fontFilesIn(fontDirectory));
  return missingGlyphs(text, fonts);
}

/**
 * @param fontDirectory 書体の TTF を置いたフォルダ。省けば npm パッケージの書体。
 * @returns 検査に通らない値、字形の無い文字、描画の失敗は refuse で返す
 */
export async function renderDocument(task: RenderTask, fontDirectory?: string): Promise<RenderOutcome> {
  const { templateId, data, options } = task;
  const template = findTemplate(templateId);
  if (template === undefined) return refuse({ kind: "unknownTemplate", templateId });
  const prepared = template.prepare(data);
  if (!prepared.ok) {
    const issues = prepared.error.map(({ path, message }) => ({ path: path.join("."), message }));
    return refuse({ kind: "invalidData", issues });
  }
  try {
    const characters = await missingCharacters(stringsIn(prepared.value.data).join("\n"), fontDirectory);
    if (characters.length > 0) return refuse({ kind: "missingGlyphs", characters });
    const draw = (numbered: boolean): Promise<Buffer> =>
      renderToBuffer(prepared.value.element(options.createdAt, numbered) as ReactElement<DocumentProps>);
    const first = await draw(false);
    const buffer = prepared.value.numberedWhenSeveral && pageCount(first) > 1 ? await draw(true) : first;
    return ok({
      bytes: new Uint8Array(buffer),
      sha256: createHash("sha256").update(buffer).digest("hex"),
      pages: pageCount(buffer),
      fileName: prepared.value.fileName,
    });
  } catch (reason) {
    return refuse(failed(reason));
  }
}
