/** 提出先・指針検索の URL。条件はすべて URL にあり、そのまま人に渡せる。 */

/** 入れたままの条件。省いた欄は undefined、空で送った欄は空文字。 */
export type LookupConditions = {
  readonly industry: string | undefined;
  readonly prefecture: string | undefined;
  /** 局が市区町村で変わる所でだけ聞く。 */
  readonly municipality: string | undefined;
  readonly revision: string | undefined;
  readonly on: string | undefined;
};

/** 分類をたどっている所。空なら大分類の並び。 */
export type BrowsedCode = {
  readonly level: "division" | "majorGroup" | "group";
  readonly code: string;
};

const browsedLevels = ["group", "majorGroup", "division"] as const;

/** 全角で打たれた番号と日付も受ける。 */
const fold = (text: string): string => text.normalize("NFKC").trim();

export function readConditions(query: URLSearchParams): LookupConditions {
  const value = (name: string) => {
    const given = query.get(name);
    return given === null ? undefined : fold(given);
  };
  return {
    industry: value("industry"),
    prefecture: value("prefecture"),
    municipality: value("municipality") === "" ? undefined : value("municipality"),
    revision: value("revision") === "" ? undefined : value("revision"),
    on: value("on") === "" ? undefined : value("on"),
  };
}

export function readBrowsedCode(query: URLSearchParams): BrowsedCode | null {
  for (const level of browsedLevels) {
    const code = fold(query.get(level) ?? "");
    if (code !== "") return { level, code };
  }
  return null;
}

/**
 * 条件を変えた検索の URL。
 *
 * @param change 変える条件と、たどる分類。業種と分類はどちらか一つだけが残る
 */
export function lookupHref(
  conditions: LookupConditions,
  change: { readonly industry?: string; readonly browsed?: BrowsedCode },
): string {
  const query = new URLSearchParams();
  if (change.browsed !== undefined) query.set(change.browsed.level, change.browsed.code);
  if (change.industry !== undefined) query.set("industry", change.industry);
  for (const name of ["prefecture", "municipality", "revision", "on"] as const) {
    const value = conditions[name];
    if (value !== undefined && value !== "") query.set(name, value);
  }
  const text = query.toString();
  return text === "" ? "/lookup" : `/lookup?${text}`;
}
