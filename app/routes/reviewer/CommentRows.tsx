import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Select, type SelectOptionGroup } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { FieldOption } from "#app/ui/primitives/field-props.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import {
  COMMENT_LENGTH,
  type CommentDraft,
  type CommentErrors,
  commentKinds,
  reasonChoices,
} from "./comment-form.ts";

export type CommentRowsProps = {
  readonly drafts: readonly CommentDraft[];
  readonly errors: CommentErrors;
  readonly targets: readonly SelectOptionGroup[];
  /** 局の文例。 */
  readonly blocks: readonly FieldOption[];
};

/** 指摘を書く行の並び。空の行は送られない。 */
export function CommentRows({ drafts, errors, targets, blocks }: CommentRowsProps) {
  return drafts.map((draft, index) => {
    const id = (name: string) => `${name}-${index}`;
    return (
      <fieldset
        // 行の順だけが行を表す（打たれた値は行が変わっても動かない）。
        key={id("row")}
        className="mb-4 rounded-12 border border-solid-gray-300 px-4 pt-3 pb-4"
      >
        <legend className="px-1 text-std-17B-170">指摘{index + 1}</legend>
        <div className="grid gap-3 lg:grid-cols-[20rem_1fr]">
          <div className="flex flex-col gap-3">
            <Select
              id={id("target")}
              name={id("target")}
              label="欄"
              options={targets}
              defaultValue={draft.target}
              errors={errors[id("target")]}
              width="full"
              dense
            />
            <Radios
              id={id("kind")}
              name={id("kind")}
              label="種類"
              options={commentKinds}
              defaultValue={draft.kind}
              errors={errors[id("kind")]}
              inline
              dense
            />
            <Select
              id={id("reason")}
              name={id("reason")}
              label="理由"
              options={reasonChoices}
              emptyLabel="一覧から選ばない"
              defaultValue={draft.reason}
              errors={errors[id("reason")]}
              width="full"
              dense
            />
          </div>
          <div className="flex flex-col gap-3">
            <Textarea
              id={id("text")}
              name={id("text")}
              label="内容"
              rows={4}
              defaultValue={draft.text}
              help={`${COMMENT_LENGTH}文字まで。理由を選んで内容を書かなければ、理由の文がそのまま指摘になります。`}
              errors={errors[id("text")]}
              dense
            />
            {blocks.length > 0 && (
              <div className="flex flex-wrap items-end gap-2">
                <Select id={id("block")} name={id("block")} label="局の文例" options={blocks} dense />
                <Button variant="secondary" size="small" name="insertBlock" value={String(index)}>
                  {`指摘${index + 1}に文例を入れる`}
                </Button>
              </div>
            )}
          </div>
        </div>
      </fieldset>
    );
  });
}
