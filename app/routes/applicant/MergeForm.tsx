import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import type { ConflictView } from "./section-conflict.server.ts";

/** 同じ欄を二人が変えたとき、どちらの値にするかを欄ごとに選ぶ。選ばない値も、選び終えるまで失われない。 */
export function MergeForm({
  conflict,
  cancelHref,
}: {
  readonly conflict: ConflictView;
  readonly cancelHref: string;
}) {
  const missed = conflict.choices.filter((choice) => choice.missed);
  const other = conflict.by === null ? "" : `（${conflict.by}さん）`;
  return (
    <>
      <ErrorSummary
        title="どちらの値にするかを選んでください"
        errors={missed.map((choice) => ({ message: choice.label, fieldId: choice.name }))}
      />
      <NotificationBanner
        kind="warning"
        title={`同じ欄が先に保存されていました${other}。まだ保存していません`}
        announce={missed.length === 0}
      >
        <p>
          次の{conflict.choices.length}
          か所について、どちらの値にするかを選んでください。ほかの欄は、両方の入力を合わせて保存します。
        </p>
      </NotificationBanner>
      <form method="post" noValidate>
        {conflict.hidden.map(([name, value], index) => (
          <input key={`${index}-${name}`} type="hidden" name={name} value={value} />
        ))}
        {conflict.choices.map((choice) => (
          <Radios
            key={choice.name}
            id={choice.name}
            name={choice.name}
            label={choice.label}
            required
            help={`画面を開いた時の値：${choice.base}`}
            defaultValue={choice.chosen ?? undefined}
            errors={choice.missed ? ["どちらかを選んでください。"] : []}
            options={[
              { value: "mine", label: "自分の入力", hint: choice.mine },
              { value: "theirs", label: `保存されている値${other}`, hint: choice.theirs },
            ]}
          />
        ))}
        <ButtonGroup>
          <Button name="next" value="list">
            選んだ値で保存する
          </Button>
          <ButtonLink href={cancelHref} variant="tertiary">
            保存されている内容を見る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
