/** 描画した HTML から開始タグを読む。React の出力（属性は必ず二重引用符）だけを対象とする。 */
export type MarkupElement = { readonly tag: string; readonly attributes: Readonly<Record<string, string>> };

const entities: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

export const unescapeHtml = (text: string): string =>
  text.replaceAll(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

export function elementsOf(html: string): readonly MarkupElement[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, tag = "", text = ""]) => ({
      tag,
      attributes: Object.fromEntries(
        [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [
          name,
          unescapeHtml(value),
        ]),
      ),
    }),
  );
}

/** id で一つの要素を取り出す。 */
export const elementById = (html: string, id: string): MarkupElement | undefined =>
  elementsOf(html).find((element) => element.attributes["id"] === id);

/** タグを除いた、読める言葉。 */
export const textOf = (html: string): string => unescapeHtml(html.replaceAll(/<[^>]*>/g, ""));
