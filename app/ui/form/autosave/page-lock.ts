/** 控えの持ち主の画面が、まだ開いているか。画面が閉じる・落ちると、錠はブラウザーが外す。 */

/** この画面が開いている間、控えの鍵に錠を掛ける。 */
export function holdPage(key: string): () => void {
  let release = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    release = resolve;
  });
  // 錠の無いブラウザーでは、誰も持っていないとみなす。
  void navigator.locks?.request(key, () => closed).catch(() => undefined);
  return () => release();
}

/** 持ち主の画面が無いときだけ work を行う。work の間は、この画面が持ち主になる。 */
export async function whenAbandoned<T>(key: string, work: () => Promise<T>): Promise<T | null> {
  if (navigator.locks === undefined) return work();
  return navigator.locks.request(key, { ifAvailable: true }, async (lock) => (lock === null ? null : work()));
}
