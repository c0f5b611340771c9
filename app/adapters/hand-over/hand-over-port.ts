/** 引継ぎの一式（一つのフォルダー）を読み書きする約束。 */
import type { HandOverFile } from "#app/domain/hand-over/manifest.ts";

/** 読んだ一行。cut は、ファイルが途中で終わったために読めない行。 */
export type SourceLine =
  | { readonly kind: "row"; readonly line: number; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "unreadable"; readonly line: number; readonly cut: boolean; readonly reason: string };

/** 読み終えたファイル。fault があれば、最後までは読めていない。 */
export type ReadThrough = {
  readonly size: number;
  readonly sha256: string;
  readonly rows: number;
  readonly fault: string | null;
};

export type FileFacts = { readonly size: number; readonly sha256: string };

export interface HandOverSource {
  /** manifest.json の中身。無ければ null。 */
  manifest(): Promise<Uint8Array | null>;
  /**
   * 初めから終わりまで、少しずつ読む。
   * @param each 読めた分の行。待たずに受け取る
   */
  lines(
    file: Pick<HandOverFile, "path" | "format" | "encoding">,
    each: (lines: readonly SourceLine[]) => void,
  ): Promise<ReadThrough>;
  /** 中身のハッシュ。無ければ null。 */
  facts(path: string): Promise<FileFacts | null>;
  /** 中身。無ければ null。 */
  bytes(path: string): Promise<Uint8Array | null>;
}

/** 書いている一つのファイル。 */
export interface HandOverWriter {
  /** 一つの記録を一行にする。 */
  write(record: object): Promise<void>;
  close(): Promise<FileFacts & { readonly rows: number }>;
}

export interface HandOverTarget {
  open(path: string): Promise<HandOverWriter>;
  /** 一つのファイルを、届いた分から書く。 @returns もうあって書かなければ false */
  copy(path: string, bytes: AsyncIterable<Uint8Array>): Promise<boolean>;
  /** 目録を置いて一式を仕上げる。最後に一度だけ呼ぶ。 */
  finish(manifest: object): Promise<void>;
}
