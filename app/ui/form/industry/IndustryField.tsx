import { useRef } from "react";
import { useHydrated } from "../../hydrated.ts";
import { Button } from "../../primitives/Button.tsx";
import { InlineHint } from "../../primitives/InlineHint.tsx";
import { Input, type InputProps } from "../../primitives/Input.tsx";
import { VisuallyHidden } from "../../primitives/VisuallyHidden.tsx";
import { IndustryAnswerCard } from "./IndustryAnswerCard.tsx";
import { IndustryLevels } from "./IndustryLevels.tsx";
import { IndustrySearch } from "./IndustrySearch.tsx";
import { useIndustryPick } from "./industry-pick.ts";
import { PICK_COMMAND, pickName, useIndustryPicks } from "./industry-picks.ts";

/** 業種の番号の欄。探しても、分類をたどっても、番号を打ってもよい。選んだ業種の答えがすぐ下に出る。 */
export function IndustryField(props: InputProps) {
  const { id, name } = props;
  const box = useRef<HTMLDivElement>(null);
  const { opened } = useIndustryPicks();
  const { pick, failed, news, open, revision } = useIndustryPick(box, id, name);
  const hydrated = useHydrated();
  const before = opened[id];
  const [first] = Object.values(before?.chosen ?? {});
  const halfway = first !== undefined && first !== "" && before?.named === null;
  const finder = (
    <div id={`${id}-pick`} data-no-answer="" className="min-w-0">
      {/* JavaScript のない人が、開いた後に変えた所を、サーバーが見分ける。 */}
      <input type="hidden" name={pickName(id, "from")} value={before?.named?.code ?? ""} />
      <input type="hidden" name={pickName(id, "searched")} value={before?.searched?.words ?? ""} />
      <IndustrySearch id={id} revision={revision} onChoose={open} />
      <details className="mb-5" open={halfway}>
        <summary className="link inline-block min-h-11 py-2">分類から選ぶ</summary>
        <div className="mt-1 min-w-0 border-l-4 border-solid-gray-300 pl-3 sm:pl-4">
          <p className="mb-3 text-dns-16N-130 leading-150 text-solid-gray-700">
            細分類まで選ぶと、番号が入ります。
          </p>
          <IndustryLevels id={id} pick={pick} onOpen={open} />
        </div>
      </details>
      {failed && (
        <InlineHint tone="warning">
          業種の一覧を取り寄せられませんでした。番号が分かれば、番号の欄に打って保存できます。
        </InlineHint>
      )}
    </div>
  );
  const heard = (
    <output>
      <VisuallyHidden>{news}</VisuallyHidden>
    </output>
  );
  // 提出先を決めない欄（本業）では、番号の欄を先に置き、探す所は畳んでおく。
  if (props.required !== true)
    return (
      <div ref={box} className="mb-6">
        <Input {...props} inputMode="numeric" width="sm" />
        {heard}
        {pick.named !== null && (
          <p id={`${id}-answer`} className="-mt-4 mb-3">
            {pick.named.label}
          </p>
        )}
        <details className="-mt-3" open={halfway || (before?.searched ?? null) !== null}>
          <summary className="link inline-block min-h-11 py-2">番号を探す</summary>
          <div className="mt-1 rounded-8 border border-solid-gray-300 p-3 sm:p-4">{finder}</div>
        </details>
      </div>
    );
  return (
    <div ref={box} className="mb-6 min-w-0 rounded-8 border border-solid-gray-300 bg-white p-3 sm:p-4">
      {finder}
      <Input {...props} inputMode="numeric" width="sm" />
      {!hydrated && (
        <div className="-mt-3 mb-5">
          <Button variant="secondary" size="small" name={PICK_COMMAND} value={`show ${id}`}>
            この番号で提出先を見る
          </Button>
        </div>
      )}
      {heard}
      {pick.named !== null && <IndustryAnswerCard id={id} named={pick.named} />}
    </div>
  );
}
