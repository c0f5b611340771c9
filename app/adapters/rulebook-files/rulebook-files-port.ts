/** 規則集のファイルを、画面から受け取り、画面に渡すときの約束。 */
import type { GivenFiles } from "#app/domain/rulebook/complete-files.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { SheetOrigin } from "#app/domain/rulebook/sheet-table.ts";
import type { Result } from "#app/domain/result.ts";

/** 送られたファイル。名前は送り手の付けたまま。 */
export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

export type ReadFiles = {
  readonly files: GivenFiles;
  /** 断らないが、知らせること（文字コードの読み替えなど）。 */
  readonly notes: readonly string[];
  /** 表計算のブックから来た表の出どころ。鍵は CSV のファイル名。 */
  readonly sheets: Readonly<Record<string, SheetOrigin>>;
};

export interface RulebookFilePort {
  /** 表のファイルと表計算のブックの並び、又は一つの zip を読む。一つでも読めなければ、直す所の全部を返す。 */
  read(sent: readonly SentFile[]): Promise<Result<ReadFiles, readonly RulebookFault[]>>;
  /** ファイルの一式を zip にする。同じ一式からは、いつも同じバイト列になる。 */
  pack(files: ReadonlyMap<string, string>): Uint8Array;
}
