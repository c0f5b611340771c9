import type { StaleSubject } from "../write-plan.ts";

/** 版が動いていたことを取引の外へ伝え、取引を巻き戻す。 */
export class StaleVersion extends Error {
  readonly subject: StaleSubject;
  readonly id: string;

  constructor(subject: StaleSubject, id: string) {
    super("stale");
    this.subject = subject;
    this.id = id;
  }
}
