import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * 画面の JavaScript が動いているか。サーバーの描画と、それを引き継ぐ最初の描画では偽、その後は真。
 * 画面が後から作られたとき（遷移後など）は最初から真。
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
