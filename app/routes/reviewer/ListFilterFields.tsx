import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import type { WorkListView } from "./work-list-view.server.ts";

type Props = { readonly view: WorkListView };

/** 場所と担当の条件。 */
export function Places({
  query,
  options,
}: {
  readonly query: WorkListView["query"];
  readonly options: NonNullable<WorkListView["options"]>;
}) {
  const one = (
    name: "office" | "ministry" | "prefecture" | "industry" | "guideline",
    label: string,
    offered: readonly { readonly value: string; readonly label: string }[],
  ) =>
    offered.length > 1 && (
      <div>
        <Select
          id={`list-${name}`}
          name={name}
          label={label}
          dense
          emptyLabel="すべて"
          width="full"
          options={offered}
          defaultValue={query[name][0] ?? ""}
        />
        {query[name].slice(1).map((value) => (
          <input key={value} type="hidden" name={name} value={value} />
        ))}
      </div>
    );
  return (
    <div className="mb-6 grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      {one("office", "提出先", options.offices)}
      {one("ministry", "省庁", options.ministries)}
      {one("prefecture", "都道府県", options.prefectures)}
      {one("industry", "産業分類", options.industries)}
      {one("guideline", "事業分野別指針", options.guidelines)}
      <Select
        id="list-assignee"
        name="assignee"
        label="担当"
        dense
        width="full"
        emptyLabel="すべて"
        options={[
          { value: "me", label: "自分" },
          { value: "none", label: "担当なし" },
        ]}
        defaultValue={query.assignee[0] ?? ""}
      />
    </div>
  );
}

const ranges = [
  ["filed", "申請日"],
  ["accepted", "受理日"],
  ["certified", "認定日"],
  ["due", "目安の日"],
] as const;

/** 日付と日数の条件。 */
export function Days({ view: { query } }: Props) {
  const shown = (name: `${(typeof ranges)[number][0]}${"From" | "To"}`): string => {
    const value = query[name];
    return value === null ? "" : formatJapaneseDate(value);
  };
  return (
    <div className="mb-6 grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      {ranges.flatMap(([name, label]) =>
        (["From", "To"] as const).map((end) => (
          <DateInput
            key={name + end}
            id={`list-${name}${end}`}
            name={`${name}${end}`}
            label={`${label}（${end === "From" ? "から" : "まで"}）`}
            dense
            defaultValue={shown(`${name}${end}`)}
          />
        )),
      )}
      <Input
        id="list-minAge"
        name="minAge"
        label="経過（業務日以上）"
        dense
        width="xs"
        inputMode="numeric"
        unit="業務日"
        defaultValue={query.minAge === null ? "" : String(query.minAge)}
      />
      <Input
        id="list-minStopped"
        name="minStopped"
        label="止まってから（日以上）"
        dense
        width="xs"
        inputMode="numeric"
        unit="日"
        defaultValue={query.minStopped === null ? "" : String(query.minStopped)}
      />
      <Input
        id="list-minReturns"
        name="minReturns"
        label="差戻しの回数（以上）"
        dense
        width="xs"
        inputMode="numeric"
        unit="回"
        defaultValue={query.minReturns === null ? "" : String(query.minReturns)}
      />
    </div>
  );
}
