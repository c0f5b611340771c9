import { useLoaderData } from "@remix-run/react";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { RowDifference } from "#app/ui/rulebook/RowDifference.tsx";
import { readEditions } from "#app/usecases/operations/read-editions.server.ts";
import { compareEditions } from "#app/usecases/rulebook/compare-editions.server.ts";
import { DiffBase } from "./DiffBase.tsx";
import { EditionFrame } from "./EditionFrame.tsx";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "版の差分 | 経営力向上計画 電子申請ポータル" }];

/** 一つの表で一度に出す行。それより多い表は、別の頁に分ける。 */
const ROWS_SHOWN = 200;

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const edition = editionHeading(await openEditionPage(guard), guard.actor);
  const wanted = guard.url.searchParams.get("before") ?? "";
  const [compared, editions] = await Promise.all([
    compareEditions(guard.useCase, {
      editionId: edition.id,
      ...(wanted === "" ? {} : { beforeId: wanted }),
    }),
    readEditions(guard.useCase),
  ]);
  if (!compared.ok) throw refusalResponse(compared.error);
  if (!editions.ok) throw refusalResponse(editions.error);
  const only = guard.url.searchParams.get("table");
  const { diff, beforeId } = compared.value;
  return {
    edition,
    beforeId,
    total: diff.total,
    others: editions.value
      .filter(({ id }) => id !== edition.id)
      .map(({ id, label, effectiveFrom }) => ({
        value: id,
        label: `${label}（${formatJapaneseDate(effectiveFrom as CivilDate)}施行）`,
      })),
    tables: diff.tables
      .filter(({ table }) => only === null || table === only)
      .map((table) => ({
        ...table,
        rows: only === null ? table.rows.slice(0, ROWS_SHOWN) : table.rows,
        left: only === null ? Math.max(0, table.rows.length - ROWS_SHOWN) : 0,
      })),
  };
});

export default function Diff() {
  const { edition, beforeId, total, others, tables } = useLoaderData<typeof loader>();
  return (
    <EditionFrame
      edition={edition}
      title="差分"
      page="/diff"
      lead="比べる版からこの版までに、足した決まり、消した決まり、変わった決まりです。"
    >
      <DiffBase options={others} value={beforeId} />
      {total === 0 && <EmptyState title="違いはありません" />}
      {tables.length > 1 && (
        <ul className="mb-6 flex flex-wrap gap-x-6 gap-y-2" aria-label="変わった表">
          {tables.map(({ table, title, added, removed, changed }) => (
            <li key={table}>
              <a href={`#${table}`} className="link inline-block min-h-6 pointer-coarse:py-2">
                {title}
              </a>
              {`　追加${added}、削除${removed}、変更${changed}`}
            </li>
          ))}
        </ul>
      )}
      {tables.map(({ table, title, added, removed, changed, rows, left }) => (
        <section key={table} aria-labelledby={table} className="mb-8">
          <SectionTitle
            id={table}
            aside={
              <span className="flex flex-wrap gap-2">
                {added > 0 && <Tag tone="success">{`追加 ${added}`}</Tag>}
                {removed > 0 && <Tag tone="danger">{`削除 ${removed}`}</Tag>}
                {changed > 0 && <Tag tone="info">{`変更 ${changed}`}</Tag>}
              </span>
            }
          >
            {title}
          </SectionTitle>
          {rows.map((row) => (
            <RowDifference key={`${row.kind}${row.key}`} row={row} />
          ))}
          {left > 0 && (
            <a href={`?table=${table}&before=${beforeId}`} className="link inline-block min-h-6">
              {`「${title}」の残りの${left.toLocaleString("ja-JP")}行も見る`}
            </a>
          )}
        </section>
      ))}
    </EditionFrame>
  );
}
