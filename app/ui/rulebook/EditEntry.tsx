import { Button } from "../primitives/Button.tsx";
import { Tag } from "../primitives/Tag.tsx";
import { VisuallyHidden } from "../primitives/VisuallyHidden.tsx";

/** 一つの編集の言葉。 */
export type EditWords = {
  readonly kind: string;
  readonly table: string;
  readonly rows: readonly {
    readonly factId: string;
    readonly heading: string;
    readonly kind: "added" | "removed" | "changed";
    readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  }[];
  /** 出していない行の数。 */
  readonly left: number;
};

export type EditEntryValues = EditWords & {
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly undoes: number | null;
  readonly undone: boolean;
  readonly mayUndo: boolean;
};

const rowKinds = { added: "追加", removed: "削除", changed: "変更" } as const;

/** 編集の記録の一件。誰が、いつ、なぜ、何を変えたか。 */
export function EditEntry({ edit }: { readonly edit: EditEntryValues }) {
  const name = `編集${edit.revision}`;
  return (
    <li className="mb-4 rounded-8 border border-solid-gray-300 p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-std-16B-170">
            {name}　{edit.table}　{edit.kind}
            {edit.undoes !== null && `（編集${edit.undoes}）`}
            {edit.undone && <Tag tone="neutral">取消し済み</Tag>}
          </h2>
          <p className="text-dns-14N-130 text-solid-gray-700">
            {edit.at}　{edit.by}
          </p>
          <p className="mt-1 text-dns-16N-130">理由：{edit.reason}</p>
        </div>
        {edit.mayUndo && (
          <form method="post">
            <input type="hidden" name="edit" value={edit.revision} />
            <input type="hidden" name="reason" value={`${name}の取消し`} />
            <Button variant="secondary" size="small">
              取り消す<VisuallyHidden>（{name}）</VisuallyHidden>
            </Button>
          </form>
        )}
      </div>
      <details className="mt-2">
        <summary className="link min-h-6 pointer-coarse:py-2">
          {`変わった${(edit.rows.length + edit.left).toLocaleString("ja-JP")}行`}
        </summary>
        <ul className="mt-2 space-y-2 text-dns-16N-130">
          {edit.rows.map((row) => (
            <li key={row.factId}>
              <p className="font-700">
                {rowKinds[row.kind]}：{row.heading}
              </p>
              <ul className="list-disc pl-6">
                {row.fields.map(({ label, before, after }) => (
                  <li key={label} className="break-all">
                    {label}：
                    {row.kind === "changed" ? (
                      <>
                        <del>{before || "（空欄）"}</del> → <ins>{after || "（空欄）"}</ins>
                      </>
                    ) : (
                      before || after || "（空欄）"
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {edit.left > 0 && <li>ほか{edit.left.toLocaleString("ja-JP")}行</li>}
        </ul>
      </details>
    </li>
  );
}
