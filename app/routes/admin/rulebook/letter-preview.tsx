import { useLoaderData } from "@remix-run/react";
import { samplePlans } from "#app/domain/certification/sample-letter.ts";
import { letterNames } from "#app/domain/rulebook/letter-names.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { CertificateLetter } from "#app/ui/certificate/CertificateLetter.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { SlotList } from "#app/ui/rulebook/LetterSample.tsx";
import { sampleLetterOf } from "#app/usecases/rulebook/sample-letter.server.ts";
import { EditionFrame } from "./EditionFrame.tsx";
import { OwnWordings } from "./OwnWordings.tsx";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { letterRequest, lettersInEdition, ownWordings } from "./letter-request.server.ts";
import { sampleProblems, scopeWords, shownSlots } from "./letter-sample-view.server.ts";
import { editionHref, tableHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "通知書の見本 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const edition = editionHeading(await openEditionPage(guard), guard.actor);
  const letters = await lettersInEdition(guard, edition.id);
  const request = letterRequest(guard.url, letters);
  const sampled = await sampleLetterOf(guard.useCase, guard.tools.pdf, { editionId: edition.id, request });
  if (!sampled.ok) throw refusalResponse(sampled.error);
  const { letter, scopes } = sampled.value;
  const href = editionHref(edition.id);
  return {
    edition,
    request,
    kinds: choices(letterNames),
    offices: letters.offices.map(({ code, name }) => ({ value: code, label: name })),
    plans: choices(samplePlans),
    slots: shownSlots,
    notice: letter.kind === "ready" ? letter.notice : null,
    problems: sampleProblems(sampled.value),
    pdfHref: `${href}/letter-preview.pdf?${new URLSearchParams(request).toString()}`,
    parts:
      scopes === null
        ? []
        : (
            [
              ["題と公印", "letters", "kind", scopes.heading],
              ["本文", "letterParagraphs", "letter", scopes.body],
              ["「記」", "letterItems", "letter", scopes.items],
            ] as const
          ).map(([label, table, column, scope]) => ({
            label,
            words: scopeWords[scope],
            href: tableHref(edition.id, table, { [column]: request.kind }),
          })),
    own: ownWordings(letters, edition.id),
  };
});

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function LetterPreview() {
  const page = useLoaderData<typeof loader>();
  const { edition, request, kinds, offices, plans, notice, problems, pdfHref, parts, own, slots } = page;
  return (
    <EditionFrame
      edition={edition}
      title="通知書の見本"
      page="/letter-preview"
      lead="この版の文面で、施行日に出る通知書の見本です。計画は架空のもので、申請の中身は使いません。"
    >
      <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
        <Select id="kind" name="kind" label="通知書" dense options={kinds} defaultValue={request.kind} />
        <Select id="office" name="office" label="局" dense options={offices} defaultValue={request.office} />
        <Select id="plan" name="plan" label="計画" dense options={plans} defaultValue={request.plan} />
        <Button size="small">見本を見る</Button>
      </form>
      {problems.length > 0 && (
        <NotificationBanner kind="error" title="この版の文面では、この通知書を作れません">
          <ul className="list-disc pl-5">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {parts.length > 0 && (
        <InlineHint>
          {parts.map(({ label, words, href }) => (
            <p key={label}>
              {label}：{words}
              <a className="link ml-[1em]" href={href}>
                行を見る<span className="sr-only">（{label}）</span>
              </a>
            </p>
          ))}
        </InlineHint>
      )}
      {notice !== null && (
        <>
          <ButtonLink href={pdfHref} variant="secondary">
            見本の PDF を開く
          </ButtonLink>
          <CertificateLetter notice={notice} />
        </>
      )}
      <OwnWordings rows={own} />
      <SlotList slots={slots} />
    </EditionFrame>
  );
}
