import { useLoaderData } from "@remix-run/react";
import { letterNames } from "#app/domain/rulebook/letter-names.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { TextDifference } from "#app/ui/plan/TextDifference.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { compareEditionLetters } from "#app/usecases/rulebook/compare-letters.server.ts";
import { EditionFrame } from "./EditionFrame.tsx";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { editionHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "通知書の違い | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const edition = editionHeading(await openEditionPage(guard), guard.actor);
  const compared = await compareEditionLetters(guard.useCase, edition.id);
  if (!compared.ok) throw refusalResponse(compared.error);
  const { changes, ...rest } = compared.value;
  return {
    ...rest,
    edition,
    changes: changes.map(({ kind, offices, parts }, index) => ({
      key: `change-${index + 1}`,
      title: `${letterNames[kind]}：${officesWord(offices)}`,
      offices: offices.map(({ name }) => name).join("、"),
      parts,
      href: `${editionHref(edition.id)}/letter-preview?${new URLSearchParams({ kind, office: offices[0]?.code ?? "" }).toString()}`,
    })),
  };
});

const officesWord = (offices: readonly { readonly name: string }[]): string =>
  offices.length === 1 ? (offices[0]?.name ?? "") : `${offices[0]?.name ?? ""}など${offices.length}局`;

export default function LetterChanges() {
  const { edition, baseLabel, examined, changed, changes } = useLoaderData<typeof loader>();
  return (
    <EditionFrame
      edition={edition}
      title="通知書の違い"
      page="/letter-changes"
      lead={`通知書の種類と局の全部の見本（${examined}通）を、「${baseLabel}」の文面と比べました。公布する前に確かめてください。`}
    >
      {changed === 0 ? (
        <EmptyState title="どの通知書も変わりません" />
      ) : (
        <p className="mb-4 text-std-17B-170">{`${changed}通が変わります。`}</p>
      )}
      {changes.map(({ key, title, offices, parts, href }) => (
        <section key={key} aria-labelledby={key} className="mb-8">
          <SectionTitle
            id={key}
            aside={
              <a className="link" href={href}>
                見本を見る<span className="sr-only">（{title}）</span>
              </a>
            }
          >
            {title}
          </SectionTitle>
          <SummaryList
            rows={parts.map(({ label, before, after }) => ({
              key: label,
              label,
              value: (
                <span className="whitespace-pre-line">
                  <TextDifference before={before} after={after} />
                </span>
              ),
            }))}
          />
          <details className="mt-2">
            <summary className="cursor-pointer text-dns-16N-130">当てはまる局</summary>
            <p className="mt-1">{offices}</p>
          </details>
        </section>
      ))}
    </EditionFrame>
  );
}
