/** 表の一行。 */
export type SheetRow = readonly string[];

/** 行を受け取るそばから、表計算のファイルの続きを出す。全部を一度に持たない。 */
export type SheetWriter = (rows: AsyncIterable<readonly SheetRow[]>) => AsyncIterable<Uint8Array>;

export type SheetFormat = "csv" | "xlsx";
export type SheetWriters = Readonly<Record<SheetFormat, SheetWriter>>;
