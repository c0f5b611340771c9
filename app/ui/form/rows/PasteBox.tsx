import { useRef } from "react";
import type { RowsSpec } from "#app/domain/plan/field.ts";
import { Button } from "../../primitives/Button.tsx";
import type { RowIntent } from "./row-intent.ts";

/** 表計算ソフトの表を、まとめて行にする欄。JavaScript が無いときは送って行にする。 */
export function PasteBox({
  name,
  spec,
  box,
  intent,
  onPaste,
}: {
  readonly name: string;
  readonly spec: RowsSpec;
  /** 文字を打つ欄の名前。 */
  readonly box: string;
  readonly intent: RowIntent;
  /** @returns 行にできたか */
  readonly onPaste: (text: string) => Promise<boolean>;
}) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const heads = Object.values(spec.fields)
    .filter(({ when }) => when === undefined)
    .map(({ label }) => label);
  return (
    <details className="mt-3">
      <summary className="cursor-pointer py-1 text-std-16B-170 text-key-900 underline underline-offset-3">
        表計算ソフトから貼り付ける
      </summary>
      <div className="mt-2 rounded-8 border border-solid-gray-300 p-4">
        <label htmlFor={`${name}-paste`} className="text-std-16B-170">
          写した表（{spec.label}）
        </label>
        <p id={`${name}-paste-help`} className="mb-1.5 text-dns-14N-130 leading-150 text-solid-gray-700">
          表計算ソフトで範囲を写して（コピーして）、ここに貼り付けます。初めの行が欄の見出しなら、その見出しの列に入れます。
          見出しがなければ、左から「{heads.join("」「")}」の順に入れます。いまある行の後に、{spec.maxRows}
          件まで足せます。
        </p>
        <textarea
          ref={textarea}
          id={`${name}-paste`}
          name={box}
          rows={4}
          aria-describedby={`${name}-paste-help`}
          autoComplete="off"
          wrap="off"
          className="mb-2 w-full rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-std-16N-170"
        />
        <Button
          variant="secondary"
          size="small"
          {...intent}
          onClick={(event) => {
            const { current } = textarea;
            event.preventDefault();
            // 残しておくと、保存のボタンでもう一度行になる。
            if (current !== null)
              void onPaste(current.value).then((done) => {
                if (done) current.value = "";
              });
          }}
        >
          行にする
        </Button>
      </div>
    </details>
  );
}
