import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import { confirmationParts } from "#app/domain/confirmation/form.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import type { Option } from "#app/domain/plan/options.ts";
import { FieldControl } from "#app/ui/form/FieldControl.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { FieldGroups } from "../FieldGroups.tsx";

/** 投資計画の確認の欄の全部。一枚の画面に、部分ごとに並べる。読めない値も、打たれたまま示す。 */
export function ConfirmationForm({
  type,
  answers,
  version,
  findings,
  prefectures,
}: {
  readonly type: ConfirmationType;
  readonly answers: RawAnswers;
  readonly version: number;
  readonly findings: readonly Finding[];
  readonly prefectures: readonly Option[];
}) {
  return (
    <form method="post" noValidate autoComplete="off">
      <input type="hidden" name="version" value={version} />
      {/* Enter キーで保存になるようにする。 */}
      <button type="submit" name="next" value="stay" hidden>
        保存する
      </button>
      {confirmationParts(type).map((part) => (
        <section key={part.id} className="mt-8" aria-labelledby={`part-${part.id}`}>
          <SectionTitle id={`part-${part.id}`}>
            {part.number}　{part.title}
          </SectionTitle>
          <p className="mb-4">{part.intro}</p>
          <FieldGroups
            fields={Object.entries(part.fields)}
            prefix={part.id}
            fieldAt={([name, spec]) =>
              spec.shape === "rows" ? null : (
                <FieldControl
                  key={name}
                  spec={spec}
                  id={`${part.id}-${name}`}
                  name={`${part.id}.${name}`}
                  value={wordOf(answers[part.id]?.[name])}
                  options={typeof spec.options === "string" ? prefectures : (spec.options ?? [])}
                  errors={findings
                    .filter(({ section, field }) => section === part.id && field === name)
                    .map(({ message }) => message)}
                />
              )
            }
          />
        </section>
      ))}
      <ButtonGroup>
        <Button name="next" value="stay">
          保存する
        </Button>
        <Button name="next" value="attachments" variant="secondary">
          保存して書類の添付へ
        </Button>
        <Button name="next" value="submit" variant="secondary">
          保存して申請の確認へ
        </Button>
      </ButtonGroup>
    </form>
  );
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");
