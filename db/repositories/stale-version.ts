/** 版が動いていたことを取引の外へ伝え、取引を巻き戻す。 */
export class StaleVersion extends Error {
  readonly subject: "application" | "section" | "edition" | "textBlock";
  readonly id: string;

  constructor(subject: "application" | "section" | "edition" | "textBlock", id: string) {
    super("stale");
    this.subject = subject;
    this.id = id;
  }
}
