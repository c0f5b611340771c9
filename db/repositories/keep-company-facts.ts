/** 外の物から引いた値の控えと、引く口の様子の書込み。失われても引き直せるので、ディスクを待たない。 */
import { eq, sql } from "drizzle-orm";
import type { CompanyFacts, DirectorySource } from "#app/domain/company-facts/company-facts.ts";
import type { Database } from "../client.ts";
import { companyFacts, directoryHealth } from "../schema/index.ts";

/** @param facts 載っていなかったときは null */
export async function keepCompanyFacts(
  database: Database,
  corporateNumber: string,
  facts: CompanyFacts | null,
  fetchedAt: string,
): Promise<void> {
  database.transactTransient((tx) => {
    tx.insert(companyFacts)
      .values({ corporateNumber, facts, fetchedAt })
      .onConflictDoUpdate({ target: companyFacts.corporateNumber, set: { facts, fetchedAt } })
      .run();
  });
}

/** @param outcome 失敗なら理由、成功なら形の違った欄（無ければ空） */
export async function keepDirectoryState(
  database: Database,
  source: DirectorySource,
  at: string,
  outcome: { readonly failure: string } | { readonly drift: readonly string[] },
): Promise<void> {
  database.transactTransient((tx) => {
    tx.insert(directoryHealth).values({ source, failures: 0 }).onConflictDoNothing().run();
    tx.update(directoryHealth)
      .set(
        "failure" in outcome
          ? { failedAt: at, failure: outcome.failure, failures: sql`${directoryHealth.failures} + 1` }
          : {
              succeededAt: at,
              failures: 0,
              ...(outcome.drift.length === 0 ? {} : { driftedAt: at, drift: outcome.drift }),
            },
      )
      .where(eq(directoryHealth.source, source))
      .run();
  });
}
