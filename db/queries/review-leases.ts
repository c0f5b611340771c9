/** いま審査している人の読み出し。切れた占有は、いないものとする。 */
import { and, gt, sql } from "drizzle-orm";
import type { Connection } from "../client.ts";
import { reviewLeases } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";

const holders = preparedOnce((reader: Connection) =>
  reader
    .select({ applicationId: reviewLeases.applicationId, holderName: reviewLeases.holderName })
    .from(reviewLeases)
    .where(
      and(
        sql`${reviewLeases.applicationId} in (select value from json_each(${sql.placeholder("ids")}))`,
        gt(reviewLeases.expiresAt, sql.placeholder("at")),
      ),
    )
    .prepare(),
);

/**
 * @param at いまの瞬間（UTC の ISO 文字列）
 * @returns 申請の id から、審査している人の名前。だれも見ていない申請は無い
 */
export const liveHolders = (
  reader: Connection,
  applicationIds: readonly string[],
  at: string,
): ReadonlyMap<string, string> =>
  new Map(
    holders(reader)
      .all({ ids: JSON.stringify(applicationIds), at })
      .map(({ applicationId, holderName }) => [applicationId, holderName]),
  );
