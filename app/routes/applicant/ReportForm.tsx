import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { NumberInput } from "#app/ui/primitives/NumberInput.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { ReportFields } from "./report-page.server.ts";

/** 実施状況報告の欄。保存は途中でもでき、提出のときだけ全部の欄を確かめる。 */
export function ReportForm({
  page,
  answers,
  errors,
  correcting,
}: {
  readonly page: {
    readonly fields: ReportFields;
    readonly draftVersion: number;
    readonly intentKey: string;
    readonly entry: boolean;
    readonly row: { readonly edition: number };
  };
  readonly answers: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** 提出した報告の訂正か。 */
  readonly correcting: boolean;
}) {
  const { fields, draftVersion, intentKey, entry, row } = page;
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: answers[name] ?? "",
    errors: errors[name],
  });
  return (
    <form method="post" noValidate>
      <input type="hidden" name="draftVersion" value={draftVersion} />
      <input type="hidden" name="edition" value={row.edition} />
      <input type="hidden" name="intentKey" value={intentKey} />
      <Radios
        {...field("form")}
        label="報告の形"
        required
        help="簡易版では、実施事項ごとの状況は読みません。公の様式の文は確認中です。"
        options={fields.forms}
      />
      {fields.parts.map(({ name, label, unit, help, decimal }) => (
        <NumberInput
          key={name}
          {...field(name)}
          label={`${label}（報告する事業年度の実績）`}
          unit={unit}
          help={help}
          decimal={decimal}
          required
        />
      ))}
      {fields.measures.map(({ id, label, description, state, note }) => (
        <section
          key={id}
          aria-labelledby={`${state}-title`}
          className="mb-6 rounded-8 border border-solid-gray-300 p-4"
        >
          <h3 id={`${state}-title`} className="mb-1 text-std-17B-170">
            {label}
          </h3>
          <p className="mb-4 text-dns-16N-130 leading-150 whitespace-pre-wrap">{description}</p>
          <Radios {...field(state)} label={`${label}の状況`} inline options={fields.measureStates} />
          <Textarea {...field(note)} label={`${label}の説明`} rows={2} maxCharacters={fields.limits.note} />
        </section>
      ))}
      <Textarea
        {...field("summary")}
        label="実施状況の概要"
        required
        rows={5}
        maxCharacters={fields.limits.summary}
        help="この一年に行ったこと、目標との差とその訳、これから行うことを書きます。"
      />
      {correcting && (
        <Textarea
          {...field("reason")}
          label="訂正の理由"
          required
          rows={2}
          maxCharacters={fields.limits.reason}
          help="前に提出した報告のどこを、なぜ直したかを書きます。"
        />
      )}
      <ButtonGroup>
        <Button name="command" value="save" variant="secondary">
          保存する（まだ提出しない）
        </Button>
        {entry ? (
          <p>提出には、GビズIDプライム又はメンバーのアカウントが必要です。</p>
        ) : (
          <Button name="command" value="file">
            {correcting ? "訂正した報告を提出する" : "報告を提出する"}
          </Button>
        )}
      </ButtonGroup>
    </form>
  );
}
