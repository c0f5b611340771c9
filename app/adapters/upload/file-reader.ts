/** 決まった所から決まった長さを読む口。大きなファイルも一度に記憶に載せない。 */
export type FileReader = {
  readonly size: number;
  /** 終わりに近ければ、求めた長さより短い。 */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
};
