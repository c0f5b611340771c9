import { type ReactNode, useState } from "react";
import type { FieldSpec } from "#app/domain/plan/field.ts";
import type { Option } from "#app/domain/plan/options.ts";
import type { ChangedValue } from "#app/domain/plan/section-marks.ts";
import { ChangeMark } from "../plan/ChangeMark.tsx";
import { DateInput } from "../primitives/DateInput.tsx";
import { Input } from "../primitives/Input.tsx";
import { MonthInput } from "../primitives/MonthInput.tsx";
import { Radios } from "../primitives/Radios.tsx";
import { Select, type SelectOptionGroup } from "../primitives/Select.tsx";
import { IndustryField } from "./industry/IndustryField.tsx";
import type { FieldOption } from "../primitives/field-props.ts";
import { Textarea } from "../primitives/Textarea.tsx";
import { NumberField } from "./NumberField.tsx";

export type FieldControlProps = {
  readonly spec: FieldSpec;
  /** 画面で一意の id。誤りの一覧が指す。 */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly errors: readonly string[];
  /** 行の中に詰めて並べるとき。説明は行の外にあり、その id を指す。 */
  readonly dense?: { readonly helpId: string };
  /** 変更認定申請で、認定を受けた計画から変わったとき。 */
  readonly change?: ChangedValue | undefined;
};

/** これより多い選択肢は、並べずに一覧から選ばせる。 */
const RADIO_LIMIT = 5;

/** 様式の欄の定義から、入力欄を作る。 */
export function FieldControl(props: FieldControlProps) {
  const { spec, id, name, value, options, errors, dense, change } = props;
  // 初期値は最初に描いた時の値のまま。後から変えると、打っている欄の文字が React に書き換えられる。
  const [initial] = useState(value);
  const changeId = change === undefined ? undefined : `${id}-base`;
  const describing = [dense?.helpId, changeId].filter((one) => one !== undefined).join(" ");
  const common = {
    id,
    name,
    label: spec.label,
    required: spec.requirement === "required",
    help: spec.help,
    example: spec.example,
    errors,
    defaultValue: initial,
    describedBy: describing === "" ? undefined : describing,
    below: change !== undefined && (
      <ChangeMark id={changeId} change={change} long={spec.kind === "longText"} />
    ),
  };
  if (dense !== undefined) return <DenseControl spec={spec} common={common} options={options} />;
  switch (spec.kind) {
    case "longText":
      return <Textarea {...common} rows={6} maxCharacters={spec.maxLength} />;
    case "integer":
      return <NumberField {...common} spec={spec} />;
    case "decimal":
      return <NumberField {...common} spec={spec} decimal />;
    case "date":
      return <DateInput {...common} />;
    case "month":
      return <MonthInput {...common} />;
    case "choice":
      return <ChoiceControl common={common} options={options} />;
    case "email":
      return <Input {...common} type="email" inputMode="email" autoComplete={spec.autoComplete} width="lg" />;
    case "telephone":
      return <Input {...common} type="tel" inputMode="tel" autoComplete={spec.autoComplete} width="md" />;
    case "corporateNumber":
      return <Input {...common} inputMode="numeric" width="md" />;
    case "industry":
      return <IndustryField {...common} />;
    case "text":
      return <Input {...common} autoComplete={spec.autoComplete} width="full" />;
  }
}

type Common = Omit<FieldControlProps, "spec" | "value" | "options" | "dense" | "change"> & {
  readonly label: string;
  readonly required: boolean;
  readonly help: string | undefined;
  readonly example: string | undefined;
  readonly defaultValue: string;
  readonly describedBy: string | undefined;
  readonly below: ReactNode;
};

/** 行の中の低い欄。幅は行の区切りに合わせる。 */
function DenseControl({
  spec,
  common,
  options,
}: {
  readonly spec: FieldSpec;
  readonly common: Common;
  readonly options: readonly Option[];
}) {
  const field = { ...common, dense: true, width: "full", help: undefined, example: undefined } as const;
  if (spec.kind === "choice") return <ListControl common={field} options={options} />;
  if (spec.kind === "integer" || spec.kind === "decimal")
    return <NumberField {...field} spec={spec} decimal={spec.kind === "decimal"} />;
  if (spec.suggestions !== undefined) return <Input {...field} list={spec.suggestions} />;
  return <Input {...field} autoComplete={spec.autoComplete ?? "off"} />;
}

function ChoiceControl({
  common,
  options,
}: {
  readonly common: Common;
  readonly options: readonly Option[];
}) {
  if (
    isOffered(common, options) &&
    options.length > 0 &&
    options.length <= RADIO_LIMIT &&
    options.every((option) => option.group === undefined)
  )
    return <Radios {...common} options={options} />;
  return <ListControl common={common} options={options} />;
}

const isOffered = ({ defaultValue }: Common, options: readonly Option[]): boolean =>
  defaultValue === "" || options.some((option) => option.value === defaultValue);

/** 一覧から選ぶ。前に選んだ値や貼り付けた言葉がいまの選択肢に無くても、黙って消さずに見せ、選び直すまで誤りにする。 */
function ListControl({ common, options }: { readonly common: Common; readonly options: readonly Option[] }) {
  const [chosen, setChosen] = useState(false);
  const { defaultValue, errors } = common;
  const offered = isOffered(common, options);
  const lost = offered ? [] : [{ value: defaultValue, label: `${defaultValue}（いまは選べません）` }];
  const notOffered = `「${defaultValue}」は選択肢にありません。選択肢の中から選んでください。`;
  return (
    <Select
      {...common}
      errors={offered || chosen || errors.length > 0 ? errors : [notOffered]}
      options={[...lost, ...grouped(options)]}
      width="full"
      onChange={() => setChosen(true)}
    />
  );
}

function grouped(options: readonly Option[]): readonly (FieldOption | SelectOptionGroup)[] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const list = groups.get(option.group ?? "") ?? [];
    list.push(option);
    groups.set(option.group ?? "", list);
  }
  return [...groups].flatMap(([label, members]): readonly (FieldOption | SelectOptionGroup)[] =>
    label === "" ? members : [{ label, options: members }],
  );
}
