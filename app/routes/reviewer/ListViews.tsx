import { Button } from "#app/ui/primitives/Button.tsx";
import { Checkbox } from "#app/ui/primitives/Checkbox.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import type { ViewScope } from "#app/usecases/review/saved-views.server.ts";
import type { WorkListView } from "./work-list-view.server.ts";

const scopeWords: Readonly<Record<ViewScope, string>> = {
  mine: "自分だけ",
  office: "自分の局",
  standard: "標準（全部の局）",
};

/** 保存した見方を選ぶ。 */
export function ListViews({ view }: { readonly view: WorkListView }) {
  const current = view.views.find((one) => one.current);
  if (view.views.length === 0) return null;
  return (
    <section aria-label="保存した見方" className="print-hidden mb-4">
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1">
        {view.views.map((one) => (
          <li key={one.id}>
            <a
              href={one.href}
              aria-current={one.current ? "page" : undefined}
              className={one.current ? "link font-700" : "link"}
            >
              {one.name}
            </a>
            <span className="ml-1 text-dns-14N-120 text-solid-gray-700">
              {scopeWords[one.scope]}
              {one.pinned && "・初めに開く"}
            </span>
          </li>
        ))}
      </ul>
      {current !== undefined && <CurrentView view={current} />}
    </section>
  );
}

/** いまの条件を見方として保存する。 */
export function SaveView({ view }: { readonly view: WorkListView }) {
  return (
    <details className="print-hidden mb-2">
      <summary className="inline-block min-h-11 cursor-pointer py-2 text-dns-16N-130 text-key-900 underline">
        いまの条件を見方として保存する
      </summary>
      <form method="post" action="/review/views" className="max-w-[36rem] rounded-8 bg-solid-gray-50 p-4">
        <input type="hidden" name="query" value={view.kept} />
        <Input id="view-name" name="name" label="見方の名前" maxLength={40} dense />
        <Select
          id="view-scope"
          name="scope"
          label="使う人"
          emptyLabel={null}
          dense
          options={view.scopes.map((scope) => ({ value: scope, label: scopeWords[scope] }))}
        />
        <Checkbox id="view-pin" name="pin" label="審査の一覧を開いたとき、初めにこの見方を開く" />
        <Button variant="secondary" size="small" name="intent" value="save">
          保存する
        </Button>
      </form>
    </details>
  );
}

function CurrentView({ view }: { readonly view: WorkListView["views"][number] }) {
  return (
    <form method="post" action="/review/views" className="mb-2 flex flex-wrap gap-3">
      <input type="hidden" name="id" value={view.id} />
      <Button variant="tertiary" size="small" name="intent" value={view.pinned ? "unpin" : "pin"}>
        {view.pinned ? "初めに開くのをやめる" : "この見方を初めに開く"}
      </Button>
      {view.removable && (
        <Button variant="tertiary" size="small" name="intent" value="remove">
          この見方を消す
        </Button>
      )}
    </form>
  );
}
