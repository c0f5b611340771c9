/** 公表の画面と書出しに共通の、URL の条件。 */
import type { PublicationChoice } from "#app/usecases/publication/read-publication.server.ts";

const MAX_LENGTH = 40;

const textIn = (search: URLSearchParams, name: string): string =>
  (search.get(name) ?? "").slice(0, MAX_LENGTH);

/** 読めない値は、何も載っていない条件として働く。 */
export const publishedChoice = (search: URLSearchParams): PublicationChoice => ({
  ministry: textIn(search, "ministry"),
  prefecture: textIn(search, "prefecture"),
  division: textIn(search, "division"),
});

/** 選んだ条件だけの URL の問合せ。無ければ空文字。頭に ? が付く。 */
export function publishedSearch(choice: PublicationChoice, after = 0): string {
  const chosen = Object.entries(choice).filter(([, value]) => value !== "");
  const search = new URLSearchParams([...chosen, ...(after > 0 ? [["after", String(after)]] : [])]);
  return search.size === 0 ? "" : `?${search.toString()}`;
}
