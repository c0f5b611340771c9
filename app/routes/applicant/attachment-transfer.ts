/**
 * ファイルを分けて送る。切れたら、どこまで届いたかを尋ねて続きから送る。
 * 通信そのもの（fetch）と待ち時間は呼ぶ側が渡すので、ここは順序だけを決める。
 */

/** サーバーの答え。 */
export type UploadAnswer =
  | { readonly state: "receiving"; readonly offset: number }
  | { readonly state: "attached" }
  | { readonly state: "refused"; readonly message: string }
  | { readonly state: "invalid"; readonly field: string; readonly message: string }
  /** ログインの期限が切れた。ログインし直して同じファイルを選べば、続きから送れる。 */
  | { readonly state: "signedOut" }
  /** 届かなかった。 */
  | { readonly state: "lost" };

export type TransferEnd =
  | Exclude<UploadAnswer, { readonly state: "receiving" | "lost" }>
  | { readonly state: "stopped" };

export type TransferHands<P> = {
  readonly size: number;
  piece(from: number, to: number): P;
  /** どこまで届いたか。 */
  ask(): Promise<UploadAnswer>;
  send(offset: number, piece: P): Promise<UploadAnswer>;
  wait(milliseconds: number): Promise<void>;
  /** @param waiting つながるのを待っているか */
  progressed(sent: number, waiting: boolean): void;
  stopped(): boolean;
};

export const PIECE_BYTES = 1024 * 1024;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

export async function transfer<P>(hands: TransferHands<P>): Promise<TransferEnd> {
  let failures = 0;
  let sent = 0;
  let answer = await hands.ask();
  for (;;) {
    if (hands.stopped()) return { state: "stopped" };
    if (answer.state === "lost") {
      hands.progressed(sent, true);
      await hands.wait(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
      failures += 1;
      answer = hands.stopped() ? answer : await hands.ask();
      continue;
    }
    if (answer.state !== "receiving") return answer;
    if (answer.offset > sent) failures = 0;
    sent = answer.offset;
    hands.progressed(sent, false);
    const to = Math.min(hands.size, sent + PIECE_BYTES);
    answer = await hands.send(sent, hands.piece(sent, to));
  }
}
