import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Select, type SelectOptionGroup } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import { COMMENT_LENGTH, type CommentDraft, type CommentErrors, commentKinds } from "./comment-form.ts";

export type CommentRowsProps = {
  readonly drafts: readonly CommentDraft[];
  readonly errors: CommentErrors;
  readonly targets: readonly SelectOptionGroup[];
};

/** 指摘を書く行の並び。空の行は送られない。 */
export function CommentRows({ drafts, errors, targets }: CommentRowsProps) {
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
          </div>
          <Textarea
            id={id("text")}
            name={id("text")}
            label="内容"
            rows={4}
            defaultValue={draft.text}
            help={`${COMMENT_LENGTH}文字まで。`}
            errors={errors[id("text")]}
            dense
          />
        </div>
      </fieldset>
    );
  });
}
