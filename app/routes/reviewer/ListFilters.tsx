import { statusWords } from "#app/domain/workflow/statuses.ts";
import {
  dueStateWords,
  kindWords,
  listedStatuses,
  proposalWords,
  waitingWords,
  returnKindWords,
} from "#app/domain/worklist/list-columns.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Checkboxes } from "#app/ui/primitives/Checkboxes.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Arrangement } from "./ListArrangement.tsx";
import { Days, Places } from "./ListFilterFields.tsx";
import type { WorkListView } from "./work-list-view.server.ts";

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Props = { readonly view: WorkListView };

/** 検索と絞り込み。一つの form で、すべての条件が URL に載る。 */
export function ListFilters({ view }: Props) {
  const { query } = view;
  return (
    <search className="print-hidden block">
      <form method="get" action="/review" className="mb-2">
        <div className="flex flex-wrap items-end gap-x-3">
          <div className="min-w-0 grow basis-72">
            <Input
              id="list-q"
              name="q"
              type="search"
              label="検索（事業者名、番号、計画の文章）"
              defaultValue={query.q ?? ""}
              width="full"
              maxLength={200}
            />
          </div>
          <div className="mb-6">
            <Button>調べる</Button>
          </div>
        </div>
        {view.carried.map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <p className="mb-2">
          <a href={view.panelHref} className="link inline-block min-h-11 py-2 text-dns-16N-130">
            {view.options === null ? "条件、並べ替え、列を選ぶ" : "条件の欄を閉じる"}
          </a>
        </p>
        {view.options !== null && (
          <section
            id="list-panel"
            aria-label="条件、並べ替え、列"
            tabIndex={-1}
            className="rounded-8 bg-solid-gray-50 p-4"
          >
            <Choices view={view} />
            <Places query={query} options={view.options} />
            <Days view={view} />
            <Arrangement view={view} />
            <Button>この条件で調べる</Button>
          </section>
        )}
      </form>
    </search>
  );
}

function Choices({ view: { query } }: Props) {
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      <Checkboxes
        id="list-status"
        name="status"
        label="状態"
        inline
        options={listedStatuses.map((value) => ({ value, label: statusWords[value] }))}
        defaultValue={query.status}
      />
      <Checkboxes
        id="list-waiting"
        name="waiting"
        label="ほかの局の回答"
        inline
        options={optionsOf(waitingWords)}
        defaultValue={query.waiting}
      />
      <Checkboxes
        id="list-due"
        name="due"
        label="目安の日"
        inline
        options={optionsOf(dueStateWords)}
        defaultValue={query.due}
      />
      <Checkboxes
        id="list-reason"
        name="reason"
        label="差戻しの理由"
        inline
        options={optionsOf(returnKindWords)}
        defaultValue={query.reason}
      />
      <Checkboxes
        id="list-equipment"
        name="equipment"
        label="設備の類型"
        inline
        options={["A", "B", "D", "E"].map((value) => ({ value, label: `${value}類型` }))}
        defaultValue={query.equipment}
      />
      <Checkboxes
        id="list-kind"
        name="kind"
        label="新規・変更"
        inline
        options={optionsOf(kindWords)}
        defaultValue={query.kind}
      />
      <Checkboxes
        id="list-proposal"
        name="proposal"
        label="起案"
        inline
        options={optionsOf(proposalWords)}
        defaultValue={query.proposal}
      />
    </div>
  );
}
