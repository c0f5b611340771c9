/** 下ごしらえに並んだ記録どうしと、ポータルにもう入っている記録との食い違いを確かめる。 */
import type { RecordOf } from "#app/domain/hand-over/records.ts";
import type { Staged, Staging } from "#db/hand-over-staging.ts";
import { companyRecords, userRecords } from "#db/queries/hand-over.ts";
import { takenNames } from "#db/queries/hand-over-taken.ts";
import { checkPlans } from "./check-staged-plans.server.ts";
import {
  type CheckingTools,
  findingAt,
  HAND_OVER_BATCH,
  keysOf,
  knownCompany,
  refuseRow,
  stagedBatches,
} from "./staged-rows.ts";

export async function checkStaged(tools: CheckingTools): Promise<void> {
  const { database, staging } = tools;
  for (const rows of stagedBatches(staging, "companies"))
    compareKnown(staging, rows, companyRecords(database.reader, keysOf(rows)), ({ key }) => key);
  for (const rows of stagedBatches(staging, "users")) checkUsers(tools, rows);
  refuseOrphans(staging);
  let checked = 0;
  for (const rows of stagedBatches(staging, "plans")) {
    await checkPlans(tools, rows);
    checked += rows.length;
    tools.progress(checked);
  }
}

/** もう入っている事業者と利用者は、ポータルの値を残す。 */
function compareKnown<K extends "companies" | "users">(
  staging: Staging,
  rows: readonly Staged<K>[],
  stored: readonly RecordOf<K>[],
  keyOf: (record: RecordOf<K>) => string,
): void {
  const known = new Map(stored.map((record) => [keyOf(record), JSON.stringify(record)]));
  staging.together(() => {
    for (const row of rows) {
      const own = known.get(row.key);
      if (own === undefined) continue;
      staging.mark([row.id], "known");
      if (own !== JSON.stringify(row.record))
        staging.note(findingAt(row, "changed", "", "kept", "もう登録があるので、ポータルの値を残します"));
    }
  });
}

function checkUsers({ database, staging }: CheckingTools, rows: readonly Staged<"users">[]): void {
  compareKnown(staging, rows, userRecords(database.reader, keysOf(rows)), ({ id }) => id);
  const taken = takenNames(database.reader, {
    subjects: rows.map(({ record }) => record.subject),
  }).subjects;
  staging.together(() => {
    for (const row of rows) {
      const { id, issuer, subject, company } = row.record;
      const login = `${issuer ?? ""} ${subject}`;
      const holder = taken.get(login);
      const earlier = staging.claim(`login:${login}`, row);
      if (company !== null && !knownCompany({ database, staging }, company))
        refuseRow(staging, row, "company", "unknownCompany", "属する事業者の行を取り込めません");
      else if (earlier !== null)
        refuseRow(
          staging,
          row,
          "subject",
          "duplicate",
          `${earlier.file} の${earlier.line}行目と同じログインです`,
        );
      else if (holder !== undefined && holder !== id) {
        staging.mark([row.id], "known");
        staging.note(
          findingAt(
            row,
            "changed",
            "subject",
            "kept",
            "同じログインの利用者がいるので、ポータルの値を残します",
          ),
        );
      }
    }
  });
}

function refuseOrphans(staging: Staging): void {
  for (const kind of ["versions", "certificates"] as const)
    for (
      let rows = staging.orphans(kind, HAND_OVER_BATCH);
      rows.length > 0;
      rows = staging.orphans(kind, HAND_OVER_BATCH)
    )
      staging.together(() => {
        for (const row of rows)
          refuseRow(staging, row, "plan", "unknownPlan", `計画「${row.record.plan}」の行を取り込めません`);
      });
}
