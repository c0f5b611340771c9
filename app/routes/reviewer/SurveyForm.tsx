import { SURVEY_BODY, SURVEY_SUBJECT } from "#app/domain/notification/survey.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { MonthInput } from "#app/ui/primitives/MonthInput.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { SurveyPreview, TypedSurvey } from "#app/usecases/surveys/propose-survey.server.ts";
import { SurveyMail } from "./SurveyMail.tsx";

type Options = readonly { readonly value: string; readonly label: string }[];

/** 調査のメールを書き、送られる姿と宛先の数を見て、確かめを求める。 */
export function SurveyForm({
  options,
  typed,
  intentKey,
  errors,
  preview,
}: {
  readonly options: Readonly<Record<"ministries" | "prefectures" | "industries", Options>>;
  readonly typed: TypedSurvey | null;
  readonly intentKey: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly preview: SurveyPreview | null;
}) {
  const field = (name: keyof TypedSurvey) => ({
    id: name,
    name,
    defaultValue: typed?.[name] ?? "",
    errors: errors[name],
  });
  return (
    <>
      <SectionTitle>新しく書く</SectionTitle>
      {preview !== null && (
        <>
          <output className="block font-700">
            宛先は{preview.recipients.toLocaleString("ja-JP")}社です（受け取らないと選んだ会社を除いた数）。
          </output>
          <SurveyMail mail={preview.sample} />
        </>
      )}
      <form method="post" noValidate className="mt-4">
        <input type="hidden" name="intentKey" value={intentKey} />
        <Input
          {...field("subject")}
          label="件名"
          help={`${SURVEY_SUBJECT}文字まで。前に「【経営力向上計画】」が付きます。会社や人の名前を入れないでください。`}
          required
          maxLength={SURVEY_SUBJECT}
        />
        <Textarea
          {...field("body")}
          label="本文"
          help={`${SURVEY_BODY.toLocaleString("ja-JP")}文字まで。文字だけのメールになります。宛名と結びは自動で付きます。`}
          rows={10}
          required
        />
        <Select
          {...field("ministry")}
          label="主務大臣の省庁"
          options={options.ministries}
          emptyLabel="全部"
        />
        <Select {...field("prefecture")} label="都道府県" options={options.prefectures} emptyLabel="全部" />
        <Select
          {...field("industry")}
          label="業種"
          options={options.industries}
          emptyLabel="全部"
          width="lg"
        />
        <MonthInput {...field("fromMonth")} label="認定の月（から）" />
        <MonthInput {...field("toMonth")} label="認定の月（まで）" />
        <ButtonGroup>
          <Button name="do" value="preview" variant={preview === null ? "primary" : "secondary"}>
            宛先の数と送られる姿を見る
          </Button>
          {preview !== null && (
            <Button name="do" value="propose">
              この内容で確かめを求める
            </Button>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
