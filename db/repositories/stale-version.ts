/** 版が動いていたことを取引の外へ伝え、取引を巻き戻す。 */
export class StaleVersion extends Error {
  constructor(
    readonly subject: "application" | "section" | "edition",
    readonly id: string,
  ) {
    super("stale");
  }
}
