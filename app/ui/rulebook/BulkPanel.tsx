import { Button } from "../primitives/Button.tsx";
import { ErrorSummary } from "../primitives/ErrorSummary.tsx";
import { Input } from "../primitives/Input.tsx";
import { Radios } from "../primitives/Radios.tsx";
import { Select } from "../primitives/Select.tsx";
import { CellInput } from "./CellInput.tsx";
import type { BulkValues } from "./listed-row.ts";

/** 選んだ行を、まとめて変える。行の選択欄は表の中にあり、この form に属する。 */
export function BulkPanel({ bulk, action }: { readonly bulk: BulkValues; readonly action: string }) {
  const { errors } = bulk;
  return (
    <details id="bulk-panel" open={bulk.open} className="mt-6 rounded-12 border border-solid-gray-300 p-4">
      <summary className="link min-h-6 text-std-17B-170">選んだ行をまとめて変える</summary>
      <form id="bulk" method="post" action={action} noValidate className="mt-4">
        <input type="hidden" name="revision" value={bulk.revision} />
        <ErrorSummary
          errors={[
            ...Object.entries(errors).flatMap(([name, messages]) =>
              messages.map((message) => ({
                message,
                ...(name === "rows" ? {} : { fieldId: `bulk-${name}` }),
              })),
            ),
            ...bulk.refused.map(({ heading, message }) => ({ message: `${heading}：${message}` })),
          ]}
        />
        <Radios
          id="bulk-scope"
          name="scope"
          label="変える行"
          dense
          inline
          defaultValue={bulk.everything ? "matching" : "selected"}
          options={[
            { value: "selected", label: "上の表で選んだ行" },
            {
              value: "matching",
              label: `今の絞り込みに合う全部の行（${bulk.matching.toLocaleString("ja-JP")}行）`,
            },
          ]}
        />
        <div className="mt-3">
          <Input
            id="bulk-reason"
            name="reason"
            label="編集の理由"
            required
            dense
            defaultValue={bulk.reason}
            errors={errors["reason"]}
          />
        </div>
        <div className="mt-4 grid grid-cols-1 gap-6 lg:grid-cols-2">
          <SetValue bulk={bulk} />
          <ReplaceWords bulk={bulk} />
        </div>
        <div className="mt-6 border-t border-solid-gray-300 pt-4">
          <Button name="intent" value="bulkRemove" variant="danger" size="small">
            選んだ行を消す
          </Button>
        </div>
      </form>
    </details>
  );
}

/** 一つの欄に、同じ値を書く。欄を決めると、その欄に合う入力欄が出る。 */
const SetValue = ({ bulk }: { readonly bulk: BulkValues }) => (
  <div>
    <h2 className="mb-2 text-std-16B-170">一つの欄に同じ値を書く</h2>
    <div className="flex flex-wrap items-end gap-3">
      <Select
        id="bulk-column"
        name="column"
        label="欄"
        dense
        width="sm"
        options={bulk.columns}
        emptyLabel={null}
        defaultValue={bulk.field?.column}
        errors={bulk.errors["column"]}
      />
      <Button name="intent" value="bulkColumn" variant="secondary" size="small">
        この欄の値を選ぶ
      </Button>
    </div>
    {bulk.field !== null && (
      <div className="mt-3 space-y-3">
        <input type="hidden" name="settled" value={bulk.field.column} />
        <CellInput id="bulk-value" name="value" field={bulk.field} />
        <Button name="intent" value="bulkSet" size="small">
          選んだ行に書く
        </Button>
      </div>
    )}
  </div>
);

const ReplaceWords = ({ bulk }: { readonly bulk: BulkValues }) => (
  <div>
    <h2 className="mb-2 text-std-16B-170">言葉を置き換える</h2>
    <div className="space-y-3">
      <Select
        id="bulk-replaceColumn"
        name="replaceColumn"
        label="探す欄"
        dense
        width="sm"
        options={bulk.textColumns}
        emptyLabel={null}
        defaultValue={bulk.replaceColumn}
      />
      <Input
        id="bulk-find"
        name="find"
        label="探す言葉"
        dense
        width="md"
        defaultValue={bulk.find}
        errors={bulk.errors["find"]}
      />
      <Input
        id="bulk-replacement"
        name="replacement"
        label="置き換えた後の言葉"
        dense
        width="md"
        defaultValue={bulk.replacement}
      />
      <Button name="intent" value="bulkReplace" variant="secondary" size="small">
        選んだ行で置き換える
      </Button>
    </div>
  </div>
);
