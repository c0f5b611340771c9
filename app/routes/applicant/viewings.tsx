import { useLoaderData } from "@remix-run/react";
import { ROLE_NAMES } from "#app/domain/access/roles.ts";
import { viewedActs, type Viewer } from "#app/domain/access/viewings.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { listViewings } from "#app/usecases/applications/list-viewings.server.ts";
import { currentRulebook } from "#app/usecases/context.ts";
import { applicationPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "申請を見た記録 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const listed = await listViewings(useCase, place);
  if (!listed.ok) throw refusalResponse(listed.error);
  const { rulebook } = currentRulebook(useCase);
  return {
    place,
    cut: listed.value.cut,
    rows: listed.value.viewings.map(({ day, viewer, act, times }, index) => ({
      key: String(index),
      day: formatJapaneseDate(day),
      viewer: viewerWords(viewer, rulebook),
      act: viewedActs[act],
      times: `${times}回`,
    })),
  };
});

function viewerWords(viewer: Viewer, { offices }: Rulebook): string {
  if (viewer.kind === "client") return `連携先「${viewer.name}」`;
  const roles = viewer.roles.map((role) => ROLE_NAMES[role]).join("・");
  if (viewer.offices.length === 0) return roles;
  return `${viewer.offices.map((code) => offices.get(code)?.name ?? code).join("、")}（${roles}）`;
}

export default function Viewings() {
  const { place, rows, cut } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${place.companyKey}` },
          { label: "認定申請", href: applicationPath(place) },
          { label: "申請を見た記録" },
        ]}
      />
      <PageTitle
        title="申請を見た記録"
        lead="この申請を、会社の外の誰が、いつ見たかの記録です。職員の名前は表示せず、所属する局と役割を表示します。"
      />
      {cut && <p className="mb-4 text-dns-16N-130">記録が多いので、新しいものだけを表示しています。</p>}
      {rows.length === 0 ? (
        <p>会社の外で、この申請を見た人はまだいません。</p>
      ) : (
        <Table
          caption="申請を見た記録"
          captionHidden
          columns={[
            { key: "day", header: "日", rowHeader: true, nowrap: true, cell: ({ day }) => day },
            { key: "viewer", header: "見た人", cell: ({ viewer }) => viewer },
            { key: "act", header: "したこと", cell: ({ act }) => act },
            { key: "times", header: "回数", align: "end", nowrap: true, cell: ({ times }) => times },
          ]}
          rows={rows}
          rowKey={({ key }) => key}
          variant="cards"
        />
      )}
    </>
  );
}
