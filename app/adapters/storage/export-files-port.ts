/** 一覧の書出しのファイルの置き場。 */
export type ExportFiles = {
  /**
   * 初めから書き直す。全部書き終えるまで、前のファイルが見える。
   * @returns 書いたバイト数
   */
  write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** @returns 中身。無ければ null */
  open(id: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** 無ければ何もしない。 */
  remove(id: string): Promise<void>;
};
