import {
  type PlanListQuery,
  planListStates,
  planListStateWords,
  planOrigins,
  planOriginWords,
  soonMonths,
} from "#app/domain/plan-life/plan-list-query.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";

type Options = readonly { readonly value: string; readonly label: string }[];

const chosen = { dense: true, emptyLabel: "すべて", width: "full" } as const;

/** 計画の一覧の絞込み。 */
export const PlanListFilters = ({
  query,
  guidelines,
  prefectures,
}: {
  readonly query: PlanListQuery;
  readonly guidelines: Options;
  readonly prefectures: Options;
}) => (
  <form
    method="get"
    action="/review/plans"
    aria-label="絞込み"
    className="print-hidden mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-7"
  >
    <Select
      {...chosen}
      id="state"
      name="state"
      label="様子"
      defaultValue={query.state ?? ""}
      options={planListStates.map((value) => ({ value, label: planListStateWords[value] }))}
    />
    <Select
      {...chosen}
      id="within"
      name="within"
      label="満了までの月数"
      emptyLabel={null}
      defaultValue={String(query.within)}
      options={soonMonths.map((months) => ({ value: String(months), label: `${months}か月の内` }))}
    />
    <Select
      {...chosen}
      id="guideline"
      name="guideline"
      label="指針"
      defaultValue={query.guideline}
      options={guidelines}
    />
    <Select
      {...chosen}
      id="prefecture"
      name="prefecture"
      label="都道府県"
      defaultValue={query.prefecture}
      options={prefectures}
    />
    <Select
      {...chosen}
      id="origin"
      name="origin"
      label="初めの認定"
      defaultValue={query.origin ?? ""}
      options={planOrigins.map((value) => ({ value, label: planOriginWords[value] }))}
    />
    <Input
      id="q"
      name="q"
      type="search"
      dense
      width="full"
      label="文書番号、法人番号"
      defaultValue={query.q}
    />
    {query.office !== "" && <input type="hidden" name="office" value={query.office} />}
    <Button>絞り込む</Button>
  </form>
);
