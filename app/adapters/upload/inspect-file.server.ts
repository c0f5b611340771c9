/** 中身からファイルの種類を見分け、構造を確かめる。拡張子は見ない。 */
import type { FileHandle } from "node:fs/promises";
import {
  type ContentFault,
  type ContentVerdict,
  leadingKind,
  type MediaType,
} from "#app/domain/attachment/file-content.ts";
import type { FileReader } from "./file-reader.ts";
import { checkJpeg } from "./jpeg-structure.server.ts";
import { checkPdf } from "./pdf-structure.server.ts";
import { checkPng } from "./png-structure.server.ts";

const HEAD_BYTES = 1024;

const structureOf: Readonly<Record<MediaType, (reader: FileReader) => Promise<ContentFault | null>>> = {
  "application/pdf": checkPdf,
  "image/jpeg": checkJpeg,
  "image/png": checkPng,
};

const isMediaType = (kind: string): kind is MediaType => Object.hasOwn(structureOf, kind);

/**
 * @param handle 読める状態の、受け取り終えたファイル
 * @param size ファイルの大きさ（バイト）
 */
export async function inspectFile(handle: FileHandle, size: number): Promise<ContentVerdict> {
  if (size === 0) return { accepted: false, fault: "empty" };
  const reader: FileReader = {
    size,
    read: async (offset, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
  const kind = leadingKind(await reader.read(0, HEAD_BYTES));
  if (!isMediaType(kind)) return { accepted: false, fault: kind };
  const fault = await structureOf[kind](reader);
  return fault === null ? { accepted: true, mediaType: kind } : { accepted: false, fault };
}
