/** 表の一行。 */
export type SheetRow = readonly string[];

/** 行を受け取るそばから、表計算のファイルの続きを出す。全部を一度に持たない。 */
export type SheetWriter = (rows: AsyncIterable<readonly SheetRow[]>) => AsyncIterable<Uint8Array>;

export type SheetFormat = "csv" | "xlsx";
export type SheetWriters = Readonly<Record<SheetFormat, SheetWriter>>;

/** ブックの一枚の表。 */
export type Sheet = {
  readonly name: string;
  readonly rows: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;
  /** 直して送り返す表の、列の数。一行目が見出しになる。 */
  readonly editable?: { readonly columns: number };
};

/** 同じ中身からは、いつも同じバイト列になる。 */
export type WorkbookWriter = (sheets: readonly Sheet[]) => AsyncIterable<Uint8Array>;
