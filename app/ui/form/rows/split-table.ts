/** 表計算ソフトから写した文字（タブ区切り）を、行と欄に分ける。読む部品は、初めて貼り付けるときに取り寄せる。 */

export type SplitTable = (text: string) => readonly (readonly string[])[];

const format = {
  delimiter: "\t",
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  bom: true,
};

/** 改行やタブのある欄は引用符で囲まれている。閉じていない引用符は、ただの文字として読む。 */
export async function tableSplitter(): Promise<SplitTable> {
  const { parse } = await import("csv-parse/browser/esm/sync");
  return (text) => {
    try {
      return parse(text, { ...format, relax_quotes: true });
    } catch {
      return parse(text, { ...format, quote: false });
    }
  };
}

/**
 * 表として貼り付けるか。一つの欄に入る言葉は、ふつうに貼り付ける。
 * @param multiline 改行を打てる欄か
 */
export const isTable = (text: string, multiline: boolean): boolean =>
  text.includes("\t") || (!multiline && /[\r\n]/u.test(text.trimEnd()));
