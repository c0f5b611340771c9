/**
 * 送られた行の番号を、並びの順に付け直す。画面は行を動かしても欄の名前（`equipment[3].name`）を変えないので、
 * 行の順は番号ではなく、送られた順で決まる。
 */

/** 行の中の欄の名前。`欄[番号].列`。 */
export const cellName = /^(\w+)\[(\d+)\]\.(\w+)$/u;

/**
 * @param entries 送られた順の「名前と値」
 * @returns 欄ごとに、初めに現れた順に 0 から番号を付け直した物。行の外の欄はそのまま
 */
export function inPostedOrder<V>(
  entries: Iterable<readonly [name: string, value: V]>,
): readonly (readonly [name: string, value: V])[] {
  const numbers = new Map<string, Map<string, number>>();
  return [...entries].map(([name, value]): readonly [string, V] => {
    const [, field, slot, column] = cellName.exec(name) ?? [];
    if (field === undefined || slot === undefined || column === undefined) return [name, value];
    const seen = numbers.get(field) ?? new Map<string, number>();
    numbers.set(field, seen);
    const number = seen.get(slot) ?? seen.size;
    seen.set(slot, number);
    return [`${field}[${number}].${column}`, value];
  });
}
