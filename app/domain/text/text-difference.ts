/**
 * 二つの文章の違い。日本語は単語の間に空白がないので、Intl.Segmenter の単語で切り、長い文章は文で切る。
 * 助詞や読点だけが偶然同じ所は、一続きの書直しとして読めるように、前後の違いにつなげる。
 */

export type TextPart = {
  /** same: 同じ。removed: 前だけにある。added: 後だけにある。 */
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
};

/** 単語で比べる表の大きさの上限。超える文章は文で比べる。 */
const MOST_CELLS = 1_500_000;

const words = new Intl.Segmenter("ja", { granularity: "word" });
const sentences = new Intl.Segmenter("ja", { granularity: "sentence" });
const split = (segmenter: Intl.Segmenter, text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/**
 * @param before 前の文章
 * @param after 後の文章
 * @returns 順に読むと前（same と removed）と後（same と added）になる部分。空の部分はない
 */
export function textDifference(before: string, after: string): readonly TextPart[] {
  const [a, b] = [split(words, before), split(words, after)];
  const fine = a.length * b.length <= MOST_CELLS;
  const parts = fine ? compared(a, b) : compared(split(sentences, before), split(sentences, after));
  return joined(smoothed(joined(parts)));
}

/** 最も長い共通の並びを残して比べる。初めと終わりの同じ所は、先に除く。 */
function compared(a: readonly string[], b: readonly string[]): readonly TextPart[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  return [
    ...a.slice(0, head).map((text) => ({ kind: "same", text }) as const),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map((text) => ({ kind: "same", text }) as const),
  ];
}

function middle(a: readonly string[], b: readonly string[]): readonly TextPart[] {
  const width = b.length + 1;
  if (a.length * b.length > MOST_CELLS)
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  // lengths[i * width + j] は、a の i 番目から先と b の j 番目から先の、共通の長さ（文字数）。
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + (a[i]?.length ?? 0) : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: "same", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: "removed", text: a[i] ?? "" });
      i += 1;
    } else {
      parts.push({ kind: "added", text: b[j] ?? "" });
      j += 1;
    }
  }
  return parts;
}

/** 続く違いを「消した所、足した所」の一組にまとめる。 */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const out: TextPart[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    if (removed !== "") out.push({ kind: "removed", text: removed });
    if (added !== "") out.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const part of parts) {
    if (part.kind === "removed") removed += part.text;
    else if (part.kind === "added") added += part.text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === "same") out[out.length - 1] = { kind: "same", text: last.text + part.text };
      else out.push(part);
    }
  }
  flush();
  return out;
}

/** 違いに挟まれた、一文字だけの同じ所（助詞、読点）を、前後の違いに入れる。 */
function smoothed(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.flatMap((part, index): readonly TextPart[] => {
    const between = part.kind === "same" && parts[index - 1] !== undefined && parts[index + 1] !== undefined;
    return between && Array.from(part.text).length === 1 && part.text !== "\n"
      ? [
          { kind: "removed", text: part.text },
          { kind: "added", text: part.text },
        ]
      : [part];
  });
}
