import { markWords } from "#app/domain/checklist/checklist.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { ChecklistItemView } from "./checklist-view.server.ts";

export type ChecklistItemFormProps = {
  readonly number: number;
  readonly recordHref: string;
  readonly item: ChecklistItemView;
  /** 画面が読んだ一覧。 */
  readonly seen: { readonly templateId: string; readonly templateVersion: number };
  readonly mayCheck: boolean;
  /** 受け取れなかった、打たれたままの答え。 */
  readonly typed: { readonly mark: string; readonly note: string } | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** たったいま保存した項目か。 */
  readonly saved: boolean;
};

const marks = Object.entries(markWords).map(([value, label]) => ({ value, label }));

/** 確認の一項目と、その答え。項目ごとに保存する。 */
export function ChecklistItemForm(props: ChecklistItemFormProps) {
  const { number, recordHref, item, seen, mayCheck, typed, errors, saved } = props;
  return (
    <li
      id={`item-${item.id}`}
      className="rounded-12 border border-solid-gray-300 p-4 target:border-blue-900"
      aria-label={`項目${number}`}
    >
      <p className="flex flex-wrap items-start gap-2 text-std-17B-170">
        <span>
          {number}．{item.text}
        </span>
        {item.required && !item.former && <Tag tone="warning">必ず確認</Tag>}
        {item.former && <Tag tone="neutral">いまの局の一覧にはない項目</Tag>}
      </p>
      {item.place !== null && (
        <p className="mt-1 text-std-16N-170 whitespace-pre-line wrap-anywhere">
          {item.place.anchor === null ? (
            `${item.place.title}（この申請の様式にはない欄です）`
          ) : (
            <a className="link" href={`${recordHref}#${item.place.anchor}`}>
              {item.place.title}
            </a>
          )}
          {item.place.value !== "" && `：${item.place.value}`}
        </p>
      )}
      {item.answer !== null && (
        <p className="mt-1 text-std-16N-170" role={saved ? "status" : undefined}>
          {saved && "保存しました。"}
          <strong>{item.answer.word}</strong>（{item.answer.by}）
          {item.answer.earlier !== null && `　第${item.answer.earlier}回の申請を見て答えたものです。`}
        </p>
      )}
      {mayCheck ? (
        <form method="post" action={`#item-${item.id}`} noValidate className="mt-3 flex flex-col gap-3">
          <input type="hidden" name="item" value={item.id} />
          <input type="hidden" name="version" value={item.version} />
          <input type="hidden" name="templateId" value={seen.templateId} />
          <input type="hidden" name="templateVersion" value={seen.templateVersion} />
          <Radios
            id={`mark-${item.id}`}
            name="mark"
            label={`項目${number}の答え`}
            labelHidden
            options={marks}
            defaultValue={typed?.mark ?? item.mark}
            errors={errors["mark"]}
            inline
            dense
          />
          <Textarea
            id={`note-${item.id}`}
            name="note"
            label={`項目${number}のメモ`}
            rows={2}
            defaultValue={typed?.note ?? item.note}
            errors={errors["note"]}
            dense
          />
          <div>
            <Button variant="secondary" size="small">
              {`項目${number}を保存する`}
            </Button>
          </div>
        </form>
      ) : (
        item.note !== "" && <p className="whitespace-pre-line">{item.note}</p>
      )}
    </li>
  );
}
