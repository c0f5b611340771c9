/**
 * 少しずつできる中身を、答えの流れにする。相手が閉じたら、作るのも止める。
 * @param signal 要求の signal。答えを送る枠組みは、相手が閉じても流れを止めないので、ここで止める
 */
export function streamOf(bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  let stopped = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const stop = (): void => {
        if (stopped) return;
        stopped = true;
        void iterator.return?.();
        controller.close();
      };
      if (signal?.aborted === true) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    },
    async pull(controller) {
      const next = await iterator.next();
      if (stopped) return;
      if (next.done !== true) {
        controller.enqueue(next.value);
        return;
      }
      stopped = true;
      controller.close();
    },
    async cancel() {
      stopped = true;
      await iterator.return?.();
    },
  });
}
