import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import type { LookupField } from "#app/domain/routing/lookup-answer.ts";
import type { LookupView } from "./lookup-view.server.ts";

/** 検索の条件。送った条件は URL に残る。 */
export function LookupForm({
  view,
}: {
  readonly view: Pick<LookupView, "conditions" | "errors" | "prefectures" | "answer">;
}) {
  const { conditions, errors } = view;
  const errorsOf = (name: LookupField) =>
    errors.filter(({ field }) => field === name).map(({ message }) => message);
  const municipalities = view.answer?.municipalities ?? [];
  const special = conditions.revision !== undefined || conditions.on !== undefined;
  return (
    <form method="get" action="/lookup" noValidate className="mb-8">
      {view.answer !== null && <h2 className="mb-3 text-std-22B-150">条件を変えて調べる</h2>}
      <div className="rounded-12 border border-solid-gray-300 bg-solid-gray-50 p-4 sm:p-5">
        <Select
          id="prefecture"
          name="prefecture"
          label="主たる事務所の都道府県"
          help="会社は本店、個人事業主は主な事業所のある都道府県です。"
          options={view.prefectures}
          defaultValue={conditions.prefecture}
          errors={errorsOf("prefecture")}
          width="sm"
        />
        {municipalities.length > 0 && (
          <Select
            id="municipality"
            name="municipality"
            label="主たる事務所の市区町村"
            help="この業種では、市区町村によって提出先が変わります。"
            emptyLabel="下にない市区町村"
            options={municipalities.map(({ municipality: name }) => ({ value: name, label: name }))}
            defaultValue={conditions.municipality}
            width="sm"
          />
        )}
        <Input
          id="industry"
          name="industry"
          label="計画に係る業種"
          help="計画で取り組む事業の業種です。会社の主な業種と違うこともあります。細分類の4桁の番号か、言葉を入れてください。下の分類からも選べます。"
          example="4711、倉庫、金属 加工"
          defaultValue={conditions.industry}
          errors={errorsOf("industry")}
          maxLength={60}
        />
        <details open={special} className="mb-6">
          <summary className="link min-h-11 py-2">分類の改定と基準日を指定する</summary>
          <div className="mt-3">
            <Select
              id="revision"
              name="revision"
              label="日本標準産業分類の改定"
              emptyLabel="基準日に使われている改定"
              options={[
                { value: "14", label: "第14回改定（令和6年4月1日から）" },
                { value: "13", label: "第13回改定" },
              ]}
              defaultValue={conditions.revision}
              errors={errorsOf("revision")}
              width="lg"
            />
            <Input
              id="on"
              name="on"
              label="基準日"
              help="省くと今日の決まりで調べます。"
              example="2026-12-01"
              defaultValue={conditions.on}
              errors={errorsOf("on")}
              width="sm"
            />
          </div>
        </details>
        <Button>調べる</Button>
      </div>
    </form>
  );
}
