import type { ReactNode } from "react";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Tabs } from "#app/ui/primitives/Tabs.tsx";
import { EditionStatusTag } from "#app/ui/rulebook/EditionStatusTag.tsx";
import type { EditionHeading } from "./edition-page.server.ts";
import { editionHref } from "./table-address.ts";

/** 版の画面の切替え。 */
const pages = [
  { path: "", label: "表" },
  { path: "/diff", label: "差分" },
  { path: "/proof", label: "公布前の点検" },
  { path: "/letter-preview", label: "通知書の見本" },
  { path: "/letter-changes", label: "通知書の違い" },
  { path: "/replay", label: "申請の再計算", editorsOnly: true },
  { path: "/simulator", label: "試し引き" },
  { path: "/history", label: "編集の記録" },
  { path: "/files", label: "ファイル" },
] as const satisfies readonly {
  readonly path: string;
  readonly label: string;
  /** 申請者の名前が出るので、版を直す人だけに見せる。 */
  readonly editorsOnly?: true;
}[];

export type EditionPage = (typeof pages)[number]["path"];

/** 一つの版の画面の枠。page を省くと、版への操作の画面になる。 */
export function EditionFrame({
  edition,
  title,
  lead,
  page,
  children,
}: {
  readonly edition: Pick<EditionHeading, "id" | "label" | "status" | "effectiveFrom" | "mayEdit">;
  readonly title?: string;
  readonly lead?: ReactNode;
  readonly page?: EditionPage;
  readonly children: ReactNode;
}) {
  const href = editionHref(edition.id);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "規則集", href: "/admin/rulebook" },
          { label: edition.label, href },
          ...(title === undefined ? [] : [{ label: title }]),
        ]}
      />
      <PageTitle
        title={title ?? edition.label}
        caption={
          title === undefined
            ? `施行日　${edition.effectiveFrom}`
            : `${edition.label}　施行日　${edition.effectiveFrom}`
        }
        tag={<EditionStatusTag status={edition.status} />}
        lead={lead}
      />
      {page !== undefined && (
        <Tabs
          label="この版の画面"
          tabs={pages
            .filter((one) => !("editorsOnly" in one) || edition.mayEdit)
            .map((one) => ({
              href: `${href}${one.path}`,
              label: one.label,
              current: one.path === page,
            }))}
        />
      )}
      {children}
    </>
  );
}
