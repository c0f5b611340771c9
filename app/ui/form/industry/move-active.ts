/**
 * 候補の一覧の中で、キーで動く先。
 * @param active いま指している候補。どれも指していなければ -1
 * @returns 動かないキーなら null
 */
export function moveActive(key: string, active: number, length: number): number | null {
  if (length === 0) return null;
  switch (key) {
    case "ArrowDown":
      return active + 1 < length ? active + 1 : 0;
    case "ArrowUp":
      return active > 0 ? active - 1 : length - 1;
    default:
      return null;
  }
}
