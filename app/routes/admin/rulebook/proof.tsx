import { useLoaderData } from "@remix-run/react";
import { parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { tableWords } from "#app/domain/rulebook/table-descriptors.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { ProofCheckView } from "#app/ui/rulebook/ProofCheckView.tsx";
import { proveStoredEdition } from "#app/usecases/rulebook/prove-edition.server.ts";
import { EditionFrame } from "./EditionFrame.tsx";
import { ProofDate } from "./ProofDate.tsx";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { tableHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "公布前の点検 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const opened = await openEditionPage(guard);
  const typed = guard.url.searchParams.get("on") ?? "";
  const on = parseCivilDate(typed);
  const proof = await proveStoredEdition(guard.useCase, guard.tools.pdf, {
    editionId: opened.edition.id,
    ...(on.ok ? { effectiveFrom: on.value } : {}),
  });
  if (!proof.ok) throw refusalResponse(proof.error);
  const edition = editionHeading(opened, guard.actor);
  return {
    edition,
    typed: typed === "" ? edition.effectiveFrom : typed,
    wrongDate: typed !== "" && !on.ok,
    failed: proof.value.failed,
    checks: proof.value.checks.map(({ findings, ...check }) => ({
      ...check,
      findings: findings.map(({ rows, ...finding }) => ({
        ...finding,
        links: rows.map(({ table, filters }) => ({
          href: tableHref(edition.id, table, filters),
          label: tableWords(table).title,
        })),
      })),
    })),
  };
});

export default function Proof() {
  const { edition, typed, wrongDate, failed, checks } = useLoaderData<typeof loader>();
  const failing = checks.filter(({ outcome }) => outcome === "fail");
  const warning = checks.filter(({ outcome }) => outcome === "warn");
  return (
    <EditionFrame
      edition={edition}
      title="公布前の点検"
      page="/proof"
      lead="「直す」が一つでもあれば公布できません。「注意」は、知ったうえで公布できます。"
    >
      <ProofDate value={typed} wrong={wrongDate} />
      {failed ? (
        <NotificationBanner kind="error" title={`${failing.length}つの点検に、直す所があります`} />
      ) : (
        <NotificationBanner
          kind={warning.length > 0 ? "warning" : "success"}
          title={
            warning.length > 0
              ? `公布できます。${warning.length}つの点検に注意があります`
              : "すべての点検を通りました。公布できます"
          }
        />
      )}
      {checks.map((check) => (
        <ProofCheckView key={check.id} check={check} />
      ))}
    </EditionFrame>
  );
}
