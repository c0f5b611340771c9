/**
 * 発行者が答えるかを安く確かめる。答えは短い間覚え、同時の問いは一度の通信を分け合うので、
 * 発行者が止まっている間にログインの画面へ何人来ても、通信は増えず、待たされるのも一度だけである。
 */

/** 覚えている間（ミリ秒）。 */
const KEEP_MS = 30_000;
/** 画面を待たせてよい時間（ミリ秒）。 */
const WAIT_MS = 2_000;

export interface Reachability {
  /** ログインの途中で分かったことを覚える。控えた discovery で始められただけでは、答えるとは言えない。 */
  noticed(reachable: false): void;
  /** @returns 発行者が答えるか */
  ask(): Promise<boolean>;
}

/**
 * @param address 確かめる場所（discovery の文書）
 * @param clock 時計。UTC の ISO 文字列を返す
 */
export function createReachability(address: string, clock: { now(): string }): Reachability {
  let known: { readonly answer: Promise<boolean>; readonly until: number } | null = null;
  const remember = (answer: Promise<boolean>): Promise<boolean> => {
    known = { answer, until: Date.parse(clock.now()) + KEEP_MS };
    return answer;
  };
  return {
    noticed: (reachable) => void remember(Promise.resolve(reachable)),
    ask: () =>
      known !== null && Date.parse(clock.now()) < known.until ? known.answer : remember(probe(address)),
  };
}

async function probe(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(WAIT_MS) });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
