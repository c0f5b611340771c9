import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import type { FieldOption } from "#app/ui/primitives/field-props.ts";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";

export type ShownBlock = {
  readonly id: string;
  readonly officeName: string;
  readonly title: string;
  readonly body: string;
  readonly version: number;
  readonly updatedByName: string;
  readonly updatedAt: string;
};

export type TextBlockFormProps = {
  /** 直す文例。新しい文例では null。 */
  readonly block: ShownBlock | null;
  readonly offices: readonly FieldOption[];
  /** 受け取れなかった、打たれたままの文字。 */
  readonly typed: { readonly title: string; readonly body: string } | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
};

/** 一つの文例を足す、又は直す form。 */
export function TextBlockForm({ block, offices, typed, errors }: TextBlockFormProps) {
  const id = (name: string) => `${name}-${block?.id ?? "new"}`;
  return (
    <form
      method="post"
      noValidate
      aria-label={block === null ? "新しい文例" : `文例「${block.title}」`}
      className="mb-4 flex flex-col gap-4 rounded-12 border border-solid-gray-300 p-4"
    >
      <input type="hidden" name="id" value={block?.id ?? ""} />
      <input type="hidden" name="version" value={block?.version ?? 0} />
      {block === null && offices.length > 1 ? (
        <Select
          id={id("officeCode")}
          name="officeCode"
          label="局"
          options={offices}
          emptyLabel={null}
          dense
        />
      ) : (
        <input type="hidden" name="officeCode" value={offices[0]?.value ?? ""} />
      )}
      <Input
        id={id("title")}
        name="title"
        label="題"
        defaultValue={typed?.title ?? block?.title ?? ""}
        errors={errors["title"]}
        dense
      />
      <Textarea
        id={id("body")}
        name="body"
        label="文"
        rows={3}
        defaultValue={typed?.body ?? block?.body ?? ""}
        errors={errors["body"]}
        dense
      />
      {block !== null && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {block.officeName}　{block.updatedByName}、{formatTokyoInstant(block.updatedAt)}
        </p>
      )}
      <ButtonGroup>
        <Button size="small" variant="secondary">
          {block === null ? "足す" : "直して保存する"}
        </Button>
        {block !== null && (
          <Button size="small" variant="tertiary" name="intent" value="remove">
            消す
          </Button>
        )}
      </ButtonGroup>
    </form>
  );
}
