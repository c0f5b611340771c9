import { Button } from "#app/ui/primitives/Button.tsx";
import type { FieldOption } from "#app/ui/primitives/field-props.ts";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";

export type SimulatorConditions = {
  readonly industry: string;
  readonly prefecture: string;
  readonly municipality: string;
  readonly on: string;
};

/** 試す業種、所、日。アドレスをそのまま渡せる。 */
export const SimulatorForm = ({
  typed,
  prefectures,
}: {
  readonly typed: SimulatorConditions;
  readonly prefectures: readonly FieldOption[];
}) => (
  <form
    method="get"
    noValidate
    className="mb-6 flex flex-wrap items-end gap-3 rounded-12 bg-solid-gray-50 p-4"
  >
    <Input
      id="industry"
      name="industry"
      label="産業分類（4桁）"
      dense
      width="sm"
      inputMode="numeric"
      defaultValue={typed.industry}
    />
    <Select
      id="prefecture"
      name="prefecture"
      label="都道府県"
      dense
      width="sm"
      options={prefectures}
      defaultValue={typed.prefecture}
    />
    <Input
      id="municipality"
      name="municipality"
      label="市区町村（任意）"
      dense
      width="sm"
      defaultValue={typed.municipality}
    />
    <Input
      id="on"
      name="on"
      label="日（空欄なら今日）"
      dense
      width="sm"
      autoComplete="off"
      defaultValue={typed.on}
    />
    <Button size="small">試す</Button>
  </form>
);
