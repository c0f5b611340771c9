import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { guarded } from "#app/http/guard.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DateInput } from "#app/ui/primitives/DateInput.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { publishEdition } from "#app/usecases/rulebook/publish-edition.server.ts";
import { submittedForm } from "../../reviewer/submitted-form.server.ts";
import { CommandErrors } from "./CommandErrors.tsx";
import { EditionFrame } from "./EditionFrame.tsx";
import { ReasonField } from "./ReasonField.tsx";
import { commandRefusal } from "./command-refusal.server.ts";
import { stringIn } from "./edit-form.server.ts";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { editionHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "版の公布 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.publish", async (guard) => ({
  edition: editionHeading(await openEditionPage(guard), guard.actor),
}));

export const action = guarded("staff", "rulebook.publish", async (guard) => {
  const form = await submittedForm(guard.request);
  const editionId = guard.param("edition");
  const values = {
    label: stringIn(form, "label").trim(),
    effectiveFrom: stringIn(form, "effectiveFrom").trim(),
    reason: stringIn(form, "reason").trim(),
  };
  const date = parseCivilDate(values.effectiveFrom);
  const result = await publishEdition(guard.useCase, guard.tools.pdf, {
    ...values,
    editionId,
    revision: Number(stringIn(form, "revision")),
    effectiveFrom: date.ok ? date.value : values.effectiveFrom,
  });
  if (result.ok) throw redirect(`${editionHref(editionId)}?done=publish`);
  const refused = commandRefusal(result.error);
  return data({ ...refused, values }, { status: refused.status });
});

export default function Publish() {
  const { edition } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const href = editionHref(edition.id);
  const typed = answer?.values;
  return (
    <EditionFrame
      edition={edition}
      title="版の公布"
      lead="公布した版は、二度と変わりません。公布待ちにした人とは別の管理者が行います。施行日から、案内、申請、審査にこの版を使います。"
    >
      <CommandErrors
        problem={
          answer?.problem ??
          (edition.status === "submitted" ? null : "公布できるのは、公布待ちの版だけです。")
        }
        errors={answer?.errors ?? {}}
      >
        <a href={`${href}/proof`} className="link">
          公布前の点検を見る
        </a>
      </CommandErrors>
      {edition.status === "submitted" && (
        <form method="post" noValidate className="max-w-[44rem]">
          <input type="hidden" name="revision" value={edition.revision} />
          <Input
            id="label"
            name="label"
            label="版の名前"
            required
            defaultValue={typed?.label ?? edition.label}
            errors={answer?.errors["label"]}
          />
          <DateInput
            id="effectiveFrom"
            name="effectiveFrom"
            label="施行日"
            help="今日か、それより後の日。"
            required
            defaultValue={typed?.effectiveFrom ?? edition.effectiveFrom}
            errors={answer?.errors["effectiveFrom"]}
          />
          <ReasonField value={typed?.reason} errors={answer?.errors["reason"]} />
          <ButtonGroup>
            <Button>公布する</Button>
            <ButtonLink href={`${href}/proof`} variant="secondary">
              公布前の点検を見る
            </ButtonLink>
            <ButtonLink href={`${href}/letter-changes`} variant="secondary">
              通知書の違いを見る
            </ButtonLink>
            <ButtonLink href={href} variant="tertiary">
              やめて戻る
            </ButtonLink>
          </ButtonGroup>
        </form>
      )}
    </EditionFrame>
  );
}
