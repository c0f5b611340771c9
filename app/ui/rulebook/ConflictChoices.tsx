import { Button } from "../primitives/Button.tsx";
import { ButtonLink } from "../primitives/ButtonLink.tsx";
import { NotificationBanner } from "../primitives/NotificationBanner.tsx";
import { Radios } from "../primitives/Radios.tsx";
import type { RowConflict, RowPanelValues } from "./row-panel.ts";

/** ほかの管理者が先に書いた行。欄ごとに両方の値を見て、どちらにするかを選ぶ。 */
export function ConflictChoices({
  panel,
  conflict,
}: {
  readonly panel: RowPanelValues;
  readonly conflict: RowConflict;
}) {
  return (
    <form method="post" action={panel.action} noValidate>
      <NotificationBanner kind="warning" title={titleOf(conflict)} announce headingLevel={3}>
        <p>
          {conflict.removed
            ? "入力した内容は、まだどこにも書いていません。行を足し直すか、やめるかを選んでください。"
            : "入力した内容は、まだ書いていません。欄ごとに、どちらの値にするかを選んでください。選ばない欄は、相手の値のままです。"}
        </p>
      </NotificationBanner>
      <input type="hidden" name="revision" value={panel.revision} />
      {conflict.removed ? (
        <>
          <input type="hidden" name="place" value="last" />
          {panel.fields.map(({ column, was }) => (
            <input key={column} type="hidden" name={`cell.${column}`} value={was} />
          ))}
        </>
      ) : (
        <>
          <input type="hidden" name="fact" value={panel.factId} />
          <input type="hidden" name="settled" value="yes" />
          {conflict.columns.map(({ column, label, mine, mineShown, theirs, theirsShown }) => (
            <div key={column} className="rounded-8 border border-solid-gray-420 bg-white px-4 pt-3">
              <input type="hidden" name={`was.${column}`} value={theirs} />
              <Radios
                id={`choose-${column}`}
                name={`cell.${column}`}
                label={label}
                dense
                defaultValue={theirs}
                options={[
                  { value: theirs, label: theirsShown, hint: `${conflict.by}さんの値（今の値）` },
                  { value: mine, label: mineShown, hint: "あなたの値" },
                ]}
              />
            </div>
          ))}
        </>
      )}
      <input type="hidden" name="reason" value={panel.reason} />
      <div className="mt-4 flex flex-wrap gap-3">
        <Button name="intent" value={conflict.removed ? "add" : "save"} size="small">
          {conflict.removed ? "入力した内容で行を足し直す" : "選んだ値で保存する"}
        </Button>
        <ButtonLink href={panel.closeHref} variant="secondary" size="small">
          やめて今の内容を見る
        </ButtonLink>
      </div>
    </form>
  );
}

const titleOf = ({ by, at, removed }: RowConflict): string =>
  `${by}さんが先に、この行を${removed ? "消しました" : "書き換えました"}（${at}）`;
