/** 表に無いアドレス。外枠と行き先を保ったまま、ページが無いことを示す。 */
import { guarded } from "#app/http/guard.server.ts";
import { notFound } from "#app/http/responses.server.ts";

const absent = guarded("public", "lookup.view", async (): Promise<null> => {
  throw notFound();
});

export const loader = absent;
export const action = absent;

export default function NotFound() {
  return null;
}
