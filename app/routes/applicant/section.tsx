import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldAnchor, findingWords } from "#app/domain/plan/finding.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { CommentsBanner } from "./CommentsBanner.tsx";
import { ConfirmationOffers } from "./ConfirmationOffers.tsx";
import { EditionChangeNotice } from "./EditionChangeNotice.tsx";
import { MergeForm } from "./MergeForm.tsx";
import { PastedBanner } from "./PastedBanner.tsx";
import { SectionWorkspace } from "./SectionWorkspace.tsx";
import { applicationPath, sectionPath } from "./paths.ts";
import { saveSectionPage, sectionPage } from "./section-page.server.ts";

export const loader = guarded("applicant", "plan.viewOwn", sectionPage);

export const action = guarded("applicant", "plan.draft", saveSectionPage);

export const meta = ({ params }: { readonly params: { readonly section?: string } }) => [
  { title: `${sectionOf(params.section ?? "")?.title ?? "申請"} | 経営力向上計画 電子申請ポータル` },
];

const savedWords: Readonly<Record<string, string>> = {
  revealed: "保存しました。選んだ答えに合わせて出た欄に、続けて入力してください",
  filled: "保存し、公表の値を欄に入れました。内容を確かめてください",
  asked: "保存し、公表の値を問い合わせました",
  merged: "ほかの人の保存と合わせて保存しました。合わせた内容を確かめてください",
};

export default function Section() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const section = sectionOf(page.sectionId);
  if (section === undefined) return null;
  const faults = sent?.kind === "faults" ? sent.state.faults : [];
  const saved = sent === undefined ? savedWords[page.saved ?? ""] : undefined;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${page.place.companyKey}` },
          { label: "認定申請", href: applicationPath(page.place) },
          { label: section.title },
        ]}
      />
      <ErrorSummary
        title="入力は保存しました。次の項目を直してください"
        errors={faults.map((fault) => ({
          message: findingWords(fault),
          fieldId: fieldAnchor(fault.field, fault.rowId),
        }))}
      />
      {sent === undefined && page.pasted !== null && (
        <PastedBanner section={section} faults={page.state.faults} {...page.pasted} />
      )}
      {saved !== undefined && <NotificationBanner kind="info" title={saved} announce />}
      <PageTitle
        title={section.number === "" ? section.title : `${section.number}　${section.title}`}
        lead={section.intro}
      />
      {sent?.kind === "conflict" ? (
        <MergeForm conflict={sent.conflict} cancelHref={sectionPath(page.place, section.id)} />
      ) : (
        <>
          <EditionChangeNotice label={page.changedTo} place={page.place} />
          <CommentsBanner comments={page.comments} />
          {page.offers !== null && (
            <ConfirmationOffers companyKey={page.place.companyKey} offers={page.offers} />
          )}
          <SectionWorkspace
            key={`${section.id}/${sent?.version ?? page.version}`}
            section={section}
            page={sent?.kind === "faults" ? { ...page, ...sent } : page}
          />
        </>
      )}
    </>
  );
}
