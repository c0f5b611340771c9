/** ウイルスの検査の状態。中身（SHA-256）ごとに、起きたことの最後の一つで決まる。 */

/** 中身について起きたこと。deleted は、使われなくなって保管庫から消したこと。 */
export type ContentFact = "clean" | "infected" | "unscanned" | "deleted";

export type ScanState = "scanning" | "clean" | "unscanned" | "infected";

export const scanStateWords: Readonly<Record<ScanState, string>> = {
  scanning: "検査中",
  clean: "検査済み",
  unscanned: "未検査（検査の設定がありません）",
  infected: "感染",
};

/** @param last 最後に起きたこと。まだ何もなければ undefined */
export const scanStateOf = (last: ContentFact | undefined): ScanState =>
  last === undefined || last === "deleted" ? "scanning" : last;

/** 検査の決まり。required では、検査の済んでいない書類があると申請できない。 */
export type ScanRule = "required" | "optional";
