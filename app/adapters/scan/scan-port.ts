/** ウイルスの検査。届かないとき、答えの読めないときは throw し、仕事がやり直す。 */
export type ScanVerdict =
  | { readonly kind: "clean"; readonly engine: string }
  | { readonly kind: "infected"; readonly signature: string };

export type VirusScanner = {
  /** @throws 検査の道具に届かない、又は検査できないと答えたとき */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<ScanVerdict>;
};
