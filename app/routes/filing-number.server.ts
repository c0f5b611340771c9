import { notFound } from "#app/http/responses.server.ts";

/** `?filing=2` のような、何回目の提出か。無ければ最も新しい提出。数でなければ 404。 */
export function filingNumber(url: URL): number | undefined {
  const given = url.searchParams.get("filing");
  if (given === null) return undefined;
  if (!/^[1-9]\d{0,5}$/u.test(given)) throw notFound();
  return Number(given);
}
