/** 申請者の区画の画面を開き、保存する。保存は画面の form をそのまま送り返すので、欄が変わっても本物の送信になる。 */
import type { Client } from "./http-client.ts";
import type { Visit } from "./load.ts";
import { expectStatus, readVersionedForm } from "./page-form.ts";
import { people } from "./prepared-data.ts";

/** 開いて回る区画。 */
const sections = ["company", "industry", "period", "present-state", "indicators", "measures", "equipment"];
/** 保存する区画と、書き換える欄。 */
const saved = { section: "present-state", field: "management" } as const;

const pathOf = (draft: string, section: string): string =>
  `/c/${people.applicant.companyKey}/applications/${draft}/sections/${section}`;

export const sectionPath = (draft: string): string => pathOf(draft, saved.section);

export function openSections(client: Client, cookie: string, drafts: readonly string[]): Visit {
  let turn = 0;
  return async () => {
    const path = pathOf(
      drafts[turn % drafts.length] ?? "",
      sections[Math.floor(turn / drafts.length) % sections.length] ?? "",
    );
    turn += 1;
    expectStatus(await client.ask({ path, cookie }), 200, path);
  };
}

type Draft = { readonly path: string; readonly fields: URLSearchParams; version: number };

/** 一つの申請には、前の保存の答えが返るまで次を送らない（同じ人の二重の送信は計るものではない）。 */
export async function saveSections(
  client: Client,
  cookie: string,
  drafts: readonly string[],
): Promise<Visit> {
  const free: Draft[] = [];
  const waiting: ((draft: Draft) => void)[] = [];
  for (const id of drafts) {
    const path = pathOf(id, saved.section);
    const fields = await readVersionedForm(client, cookie, path);
    free.push({ path, fields, version: Number(fields.get("version")) });
  }
  let turn = 0;
  return async () => {
    const draft = free.shift() ?? (await new Promise<Draft>((resolve) => waiting.push(resolve)));
    turn += 1;
    draft.fields.set("version", String(draft.version));
    draft.fields.set(saved.field, `売上高は前期から横ばいである。${turn} 回目の保存で書き直した。`);
    expectStatus(
      await client.ask({ method: "POST", path: draft.path, cookie, form: draft.fields.toString() }),
      302,
      draft.path,
    );
    draft.version += 1;
    const next = waiting.shift();
    if (next === undefined) free.push(draft);
    else next(draft);
  };
}
