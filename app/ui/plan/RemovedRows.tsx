import type { RemovedRow } from "#app/domain/plan/section-marks.ts";
import { Tag } from "../primitives/Tag.tsx";

/** 認定を受けた計画から消した行。値は、ここで見られるように残す。 */
export function RemovedRows({
  label,
  rows,
}: {
  /** 表の見出し。 */
  readonly label: string;
  readonly rows: readonly RemovedRow[];
}) {
  if (rows.length === 0) return null;
  return (
    <section
      aria-label={`${label}から消した行`}
      className="mt-4 border-l-4 border-blue-900 pl-2.5 text-dns-14N-130 leading-150"
    >
      <p className="text-dns-16B-130">認定を受けた計画から消した行（{rows.length}件）</p>
      <ul className="mt-1 space-y-1">
        {rows.map(({ id, position, cells }) => (
          <li key={id}>
            <Tag tone="neutral" icon={false}>
              削除
            </Tag>{" "}
            {position}行目：
            {cells.map(({ label: column, value }) => `${column} ${value}`).join("、")}
          </li>
        ))}
      </ul>
    </section>
  );
}
