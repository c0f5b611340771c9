import type { ProofCheck } from "#app/domain/rulebook/proof.ts";
import { Table, type TableColumn } from "../primitives/Table.tsx";
import { VisuallyHidden } from "../primitives/VisuallyHidden.tsx";
import { Tag } from "../primitives/Tag.tsx";

const outcomes = {
  pass: <Tag tone="success">合格</Tag>,
  warn: <Tag tone="warning">注意</Tag>,
  fail: <Tag tone="danger">直す</Tag>,
} as const;

type FindingRow = Omit<ProofCheck["findings"][number], "rows"> & {
  readonly key: string;
  readonly links: readonly FindingLink[];
};

/** 直す行への道。 */
export type FindingLink = { readonly href: string; readonly label: string };

export type ProofCheckValues = Omit<ProofCheck, "findings"> & {
  readonly findings: readonly Omit<FindingRow, "key">[];
};

const columns: readonly TableColumn<FindingRow>[] = [
  {
    key: "severity",
    header: "重さ",
    width: 1,
    cell: ({ severity }) => outcomes[severity],
  },
  { key: "where", header: "どこ", rowHeader: true, width: 4, cell: ({ where }) => where },
  { key: "message", header: "内容", cell: ({ message }) => message },
  {
    key: "links",
    header: "直す行",
    width: 2,
    cell: ({ where, links }) =>
      links.map(({ href, label }) => (
        <a key={href} href={href} className="link inline-block min-h-6 pointer-coarse:py-2">
          {label}
          <VisuallyHidden>（{where}）</VisuallyHidden>
        </a>
      )),
  },
];

/** 一つの点検の答えと、見つけた所の一覧。直す所があれば開いて見せる。 */
export function ProofCheckView({ check }: { readonly check: ProofCheckValues }) {
  const { id, title, outcome, examined, found, findings } = check;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="mb-6 rounded-12 border border-solid-gray-300 p-4"
    >
      <h2 id={`${id}-title`} className="flex flex-wrap items-center gap-3 text-std-18B-160">
        {outcomes[outcome]}
        {title}
      </h2>
      <p className="mt-1 text-dns-16N-130">
        {examined.toLocaleString("ja-JP")}件を調べ、
        {found === 0 ? "問題はありませんでした。" : `${found.toLocaleString("ja-JP")}件を見つけました。`}
      </p>
      {findings.length > 0 && (
        <details open={outcome === "fail"} className="mt-3">
          <summary className="link min-h-6 pointer-coarse:py-2">
            {findings.length < found ? `一覧（先頭の${findings.length}件）` : "一覧"}
          </summary>
          <div className="mt-3">
            <Table
              caption={`${title}の一覧`}
              captionHidden
              columns={columns}
              rows={findings.map((finding, index) => ({ ...finding, key: String(index) }))}
              rowKey={({ key }) => key}
              variant="cards"
            />
          </div>
        </details>
      )}
    </section>
  );
}
