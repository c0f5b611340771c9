import { SHARING_SCOPES } from "#app/domain/sharing/scopes.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Checkboxes } from "#app/ui/primitives/Checkboxes.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";

type Typed = {
  readonly name: string;
  readonly webhookUrl: string;
  readonly scopes: readonly string[];
};

/** 連携先の登録。 */
export function NewApiClientForm({
  intentKey,
  typed,
  errors,
}: {
  readonly intentKey: string;
  readonly typed: Typed | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
}) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="operation" value="register" />
      <input type="hidden" name="intentKey" value={intentKey} />
      <Input
        id="name"
        name="name"
        label="連携先の名前"
        required
        example="ミラサポコネクト"
        defaultValue={typed?.name}
        errors={errors["name"]}
        maxLength={100}
      />
      <Checkboxes
        id="scopes"
        name="scopes"
        label="渡す項目"
        required
        options={Object.entries(SHARING_SCOPES).map(([value, label]) => ({ value, label }))}
        defaultValue={typed?.scopes}
        errors={errors["scopes"]}
      />
      <Input
        id="webhookUrl"
        name="webhookUrl"
        type="url"
        label="変わったことを知らせる先"
        help="計画の内容は送らず、変わったことだけを署名を付けて知らせます。なければ空欄にします。"
        example="https://example.go.jp/webhook"
        defaultValue={typed?.webhookUrl}
        errors={errors["webhookUrl"]}
        maxLength={500}
      />
      <Button>登録する</Button>
    </form>
  );
}
