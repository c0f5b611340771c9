import type { ColumnInput } from "#app/domain/rulebook/descriptors/column-input.ts";
import { Button } from "../primitives/Button.tsx";
import { ButtonLink } from "../primitives/ButtonLink.tsx";
import { ErrorSummary } from "../primitives/ErrorSummary.tsx";
import { Input } from "../primitives/Input.tsx";
import { SummaryList } from "../primitives/SummaryList.tsx";
import { CellInput } from "./CellInput.tsx";
import { LetterSample } from "./LetterSample.tsx";
import { ConflictChoices } from "./ConflictChoices.tsx";
import type { RowPanelValues } from "./row-panel.ts";

/** 欄の id。誤りの一覧から飛ぶ。 */
const fieldId = (column: string): string => `cell-${column}`;

/** 表の行のすぐ下に広げる、一行の欄。 */
export function RowPanel({ panel }: { readonly panel: RowPanelValues }) {
  return (
    <section
      id="row-panel"
      aria-labelledby="row-panel-title"
      className="border-l-4 border-key-900 bg-solid-gray-50 p-4 sm:p-5"
    >
      <h2 id="row-panel-title" className="mb-3 text-std-18B-160">
        {panel.title}
      </h2>
      {panel.mode === "view" ? (
        <>
          <SummaryList
            rows={panel.fields.map(({ column, label, shown }) => ({ key: column, label, value: shown }))}
            emptyText="（空欄）"
          />
          <div className="mt-4">
            <ButtonLink href={panel.closeHref} variant="secondary" size="small">
              閉じる
            </ButtonLink>
          </div>
        </>
      ) : panel.conflict === null ? (
        <RowForm panel={panel} />
      ) : (
        <ConflictChoices panel={panel} conflict={panel.conflict} />
      )}
      {panel.preview !== undefined && (
        <div className="mt-6 border-t border-solid-gray-420 pt-4">
          <LetterSample preview={panel.preview} />
        </div>
      )}
    </section>
  );
}

function RowForm({ panel }: { readonly panel: RowPanelValues }) {
  return (
    <form method="post" action={panel.action} noValidate>
      <ErrorSummary
        errors={[
          ...panel.errors.map((message) => ({ message })),
          ...panel.fields.flatMap(({ column, label, errors }) =>
            errors.map((error) => ({ message: `${label}：${error}`, fieldId: fieldId(column) })),
          ),
          ...panel.reasonErrors.map((message) => ({ message, fieldId: "row-reason" })),
        ]}
      />
      <RowIdentity panel={panel} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
        {panel.fields
          .filter(({ input }) => input.kind !== "order")
          .map((field) => (
            <div
              key={field.column}
              className={isWide(field.input) ? "md:col-span-2 xl:col-span-3" : undefined}
            >
              <input type="hidden" name={`was.${field.column}`} value={field.was} />
              <CellInput id={fieldId(field.column)} name={`cell.${field.column}`} field={field} />
            </div>
          ))}
      </div>
      <div className="mt-4 border-t border-solid-gray-420 pt-4">
        <Input
          id="row-reason"
          name="reason"
          label="編集の理由"
          help="編集の記録と監査記録に残ります。"
          required
          dense
          defaultValue={panel.reason}
          errors={panel.reasonErrors}
        />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button name="intent" value={panel.mode === "add" ? "add" : "save"} size="small">
          {panel.mode === "add" ? "この行を足す" : "保存する"}
        </Button>
        {panel.preview !== undefined && (
          <Button name="intent" value="preview" variant="secondary" size="small">
            この文面で見本を見る
          </Button>
        )}
        <ButtonLink href={panel.closeHref} variant="tertiary" size="small">
          やめる
        </ButtonLink>
        {panel.addBelowHref !== null && (
          <ButtonLink href={panel.addBelowHref} variant="secondary" size="small">
            すぐ下に行を足す
          </ButtonLink>
        )}
        {panel.copyHref !== null && (
          <ButtonLink href={panel.copyHref} variant="secondary" size="small">
            この行を写して足す
          </ButtonLink>
        )}
        {panel.mode === "edit" && (
          <Button name="intent" value="remove" variant="danger" size="small">
            この行を消す
          </Button>
        )}
      </div>
      {panel.position !== null && panel.mode === "edit" && (
        <div className="mt-4 flex flex-wrap items-end gap-3">
          <Input
            id="row-position"
            name="position"
            label={`順番（${panel.position.of}のうち）`}
            dense
            width="xs"
            align="end"
            inputMode="numeric"
            unit="番目"
            defaultValue={String(panel.position.number)}
          />
          <Button name="intent" value="place" variant="secondary" size="small">
            ここへ移す
          </Button>
        </div>
      )}
    </form>
  );
}

/** どの行の、どの版への編集か。 */
function RowIdentity({ panel }: { readonly panel: RowPanelValues }) {
  return (
    <>
      <input type="hidden" name="revision" value={panel.revision} />
      {panel.mode === "add" ? (
        <input type="hidden" name="place" value={panel.place} />
      ) : (
        <input type="hidden" name="fact" value={panel.factId} />
      )}
    </>
  );
}

const isWide = (input: ColumnInput): boolean =>
  input.kind === "longText" || input.kind === "list" || (input.kind === "references" && !input.ordered);
