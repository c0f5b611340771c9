import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { today } from "#app/usecases/context.ts";
import { cloneEdition } from "#app/usecases/rulebook/clone-edition.server.ts";
import { submittedForm } from "../../reviewer/submitted-form.server.ts";
import { CommandErrors } from "./CommandErrors.tsx";
import { EditionFrame } from "./EditionFrame.tsx";
import { ReasonField } from "./ReasonField.tsx";
import { commandRefusal } from "./command-refusal.server.ts";
import { stringIn } from "./edit-form.server.ts";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { editionHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "新しい版 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.edit", async (guard) => ({
  edition: editionHeading(await openEditionPage(guard), guard.actor),
  today: formatJapaneseDate(today(guard.useCase)),
}));

export const action = guarded("staff", "rulebook.edit", async (guard) => {
  const form = await submittedForm(guard.request);
  const values = {
    label: stringIn(form, "label").trim(),
    effectiveFrom: stringIn(form, "effectiveFrom").trim(),
    reason: stringIn(form, "reason").trim(),
  };
  const date = parseCivilDate(values.effectiveFrom);
  const result = await cloneEdition(guard.useCase, {
    ...values,
    editionId: guard.param("edition"),
    effectiveFrom: date.ok ? date.value : values.effectiveFrom,
  });
  if (result.ok) throw redirect(`${editionHref(result.value.editionId)}?done=clone`);
  const refused = commandRefusal(result.error);
  return data({ ...refused, values }, { status: refused.status });
});

export default function Clone() {
  const { edition, today: on } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.values;
  return (
    <EditionFrame
      edition={edition}
      title="写して新しい版を作る"
      lead={`「${edition.label}」の中身をすべて写して、編集できる版を作ります。元の版は変わりません。`}
    >
      <CommandErrors
        problem={
          answer?.problem ?? (edition.status === "published" ? null : "写せるのは、公布した版だけです。")
        }
        errors={answer?.errors ?? {}}
      />
      {edition.status === "published" && (
        <form method="post" noValidate className="max-w-[44rem]">
          <Input
            id="label"
            name="label"
            label="新しい版の名前"
            example="令和9年4月1日版"
            required
            defaultValue={typed?.label}
            errors={answer?.errors["label"]}
          />
          <DateInput
            id="effectiveFrom"
            name="effectiveFrom"
            label="予定の施行日"
            help="公布のときに改めて決めます。"
            required
            defaultValue={typed?.effectiveFrom ?? on}
            errors={answer?.errors["effectiveFrom"]}
          />
          <ReasonField value={typed?.reason} errors={answer?.errors["reason"]} />
          <ButtonGroup>
            <Button>写しを作る</Button>
            <ButtonLink href={editionHref(edition.id)} variant="tertiary">
              やめて戻る
            </ButtonLink>
          </ButtonGroup>
        </form>
      )}
    </EditionFrame>
  );
}
