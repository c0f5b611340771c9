/** 規則集のファイルの誤り。一つでもあれば版全体を受け付けない。 */
export type RulebookFault = {
  /** `db/rulebook` の中のファイル名（例: offices.csv）。 */
  readonly file: string;
  /** 1 から数えた行。見出し行が 1。ファイル全体の誤りは 1。 */
  readonly line: number;
  /** 見出しの名前（例: postalCode）。行の全体の誤りにはない。 */
  readonly column?: string;
  /** 表計算のブックなら、セルの番地（例: D12）。 */
  readonly cell?: string;
  /** 日本語の理由。 */
  readonly message: string;
};
