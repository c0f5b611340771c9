/** 認定通知書の作成がどこまで進んだか。番号は決定の時にもう決まっている。 */

export type IssueState =
  | { readonly kind: "issued" }
  | { readonly kind: "waiting" }
  /** 一度以上うまくいかず、間を空けてやり直している。 */
  | { readonly kind: "retrying"; readonly attempts: number; readonly nextAt: string }
  /** やり直しを尽くし、操作者を待っている。 */
  | { readonly kind: "stopped"; readonly attempts: number };

/** 作成の仕事の様子。 */
export type IssueJob = {
  readonly state: "waiting" | "done" | "dead" | "skipped";
  /** 手を付けた回数。 */
  readonly attempts: number;
  /** 次に行う瞬間（UTC の ISO 文字列）。 */
  readonly availableAt: string;
  /** 前の失敗の理由。失敗していなければ null。 */
  readonly lastError: string | null;
};

/**
 * @param issued PDF が保管されているか
 * @param job 作成の仕事。無ければ undefined
 */
export function issueState(issued: boolean, job: IssueJob | undefined): IssueState {
  if (issued) return { kind: "issued" };
  if (job?.state === "dead") return { kind: "stopped", attempts: job.attempts };
  if (job?.state === "waiting" && job.lastError !== null)
    return { kind: "retrying", attempts: job.attempts, nextAt: job.availableAt };
  return { kind: "waiting" };
}
