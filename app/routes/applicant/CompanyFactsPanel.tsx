import { Button } from "#app/ui/primitives/Button.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import type { CompanyFactsView } from "./company-facts.server.ts";

/** この欄の後に置く。個人事業主には出ない欄なので、公表の値も出ない。 */
export const COMPANY_FACTS_AFTER = "corporateNumber";

/** 公表の値と、欄に入れるボタン。フォームの中に置くので、押しても打たれた値は先に保存される。 */
export function CompanyFactsPanel({
  facts,
  companyKey,
  asked,
}: {
  readonly facts: CompanyFactsView;
  readonly companyKey: string;
  /** いま問い合わせたところか。答えがすぐ見えるように開いておく。 */
  readonly asked: boolean;
}) {
  return (
    <details
      id="company-facts"
      open={facts.closed !== null || asked}
      className="mb-8 rounded-8 border border-solid-gray-300 px-4 py-3"
    >
      <summary className="link py-2">GビズIDと公表の値を見て、欄に入れる</summary>
      <p className="mt-3">{facts.state}</p>
      {facts.closed !== null && (
        <InlineHint tone="warning">
          公表の情報では、{facts.closed}。公表の内容が違うときは、ヘルプの窓口にお問い合わせください。
        </InlineHint>
      )}
      <div className="mt-3">
        <Table
          caption="欄ごとの値と、その出どころ"
          captionHidden
          variant="cards"
          rows={facts.fields}
          rowKey={({ field }) => field}
          columns={[
            { key: "label", header: "欄", rowHeader: true, cell: ({ label }) => label },
            {
              key: "sources",
              header: "出どころの値",
              cell: ({ sources }) => (
                <ul>
                  {sources.map(({ shown, from, against }) => (
                    <li key={shown}>
                      {shown}
                      <span className="block text-dns-14N-130 text-solid-gray-700">{`${from}・${against}`}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              key: "fill",
              header: "操作",
              cell: ({ field, label, fills }) =>
                fills !== null ? (
                  <Button variant="secondary" size="small" name="fill" value={field}>
                    {fills}を入れる<VisuallyHidden>（{label}）</VisuallyHidden>
                  </Button>
                ) : (
                  "—"
                ),
            },
          ]}
        />
      </div>
      <p className="mt-4 flex flex-wrap gap-3">
        {facts.empty && (
          <Button variant="secondary" size="small" name="fill" value="empty">
            空いている欄に入れる
          </Button>
        )}
        <Button variant="tertiary" size="small" name="fill" value="ask">
          いま問い合わせる
        </Button>
      </p>
      <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
        出典：「Gビズインフォ」（経済産業省）、国税庁法人番号システム
        Web-API（内容は国税庁によって保証されたものではありません）。資本金と従業員の数は、公表の値が古いことがあります。必ず今の値を確かめてください。
        ほかの会社の番号は、
        <a className="link" href={`/c/${companyKey}/directory`} target="_blank" rel="noreferrer">
          法人番号を調べる（新しい画面で開きます）
        </a>
        で探せます。
      </p>
    </details>
  );
}
