/** 申請を見た監査の記録の読み出し。 */
import { sql } from "drizzle-orm";
import type { ViewRecord } from "#app/domain/access/viewings.ts";
import type { Database } from "../client.ts";

/** 見た対象。監査の行の対象の種類と番号。 */
export type ViewedSubject = { readonly kind: string; readonly ids: readonly string[] };

/**
 * その対象について、その操作をした記録。新しい順に limit 件まで。
 * 行の番号の順にたどると、記録の少ない申請でも全部の行を読むので、対象の索引で一つずつ引いてから並べる。
 */
export const viewRecords = (
  { reader }: Database,
  subjects: readonly ViewedSubject[],
  actions: readonly string[],
  limit: number,
): readonly ViewRecord[] =>
  reader.all<ViewRecord>(sql`
    select entry.at, entry.actor_name as "actorName", entry.actor_role as "actorRole", entry.action
    from json_each(${JSON.stringify(subjects.flatMap(({ kind, ids }) => ids.map((id) => [kind, id])))})
    cross join audit_entries as entry
      on entry.subject_kind = json_each.value ->> 0 and entry.subject_id = json_each.value ->> 1
    where entry.action in (select value from json_each(${JSON.stringify(actions)}))
    order by entry.sequence desc
    limit ${limit}`);
