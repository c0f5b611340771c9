import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { NumberInput } from "#app/ui/primitives/NumberInput.tsx";

type EquipmentFieldsProps = {
  /** 名称も尋ねるか。計画に書いていない設備だけ。 */
  readonly named: boolean;
  readonly typed: { readonly name: string; readonly acquiredOn: string; readonly price: string };
  readonly errors: Readonly<Record<string, readonly string[] | undefined>>;
};

/** 取得した設備の欄。 */
export const EquipmentFields = ({ named, typed, errors }: EquipmentFieldsProps) => (
  <>
    {named && (
      <Input
        id="name"
        name="name"
        label="設備等の名称"
        required
        defaultValue={typed.name}
        errors={errors["name"]}
      />
    )}
    <DateInput
      id="acquiredOn"
      name="acquiredOn"
      label="取得した日"
      help="引渡しを受けた日です。"
      required
      defaultValue={typed.acquiredOn}
      errors={errors["acquiredOn"]}
    />
    <NumberInput
      id="price"
      name="price"
      label="取得価額"
      help="数量の全部の合計を、円で書きます。"
      unit="円"
      width="md"
      required
      defaultValue={typed.price}
      errors={errors["price"]}
    />
  </>
);
