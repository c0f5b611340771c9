import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import type { PlanView } from "./plan-view.server.ts";

/** 版のこれまで。認定通知書と、前の版との違いへのリンクを添える。 */
export function PlanVersions({ versions }: { readonly versions: PlanView["versions"] }) {
  return (
    <>
      <SectionTitle id="versions">版と認定通知書</SectionTitle>
      <Table
        caption="版と認定通知書"
        captionHidden
        variant="cards"
        rows={versions}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "version",
            header: "版",
            rowHeader: true,
            nowrap: true,
            cell: ({ title, content }) =>
              content === null ? (
                title
              ) : (
                <a className="link" href={content}>
                  {title}
                </a>
              ),
          },
          {
            key: "certified",
            header: "認定",
            cell: ({ kind, certifiedOn }) => `${kind}、${certifiedOn}`,
          },
          { key: "number", header: "文書番号", cell: ({ number }) => number },
          { key: "period", header: "実施時期", cell: ({ period }) => period },
          {
            key: "links",
            header: "書類",
            cell: ({ title, certificate, compared, content, application }) => (
              <ul className="flex flex-col gap-1">
                {certificate !== null && (
                  <li>
                    <a className="link" href={certificate}>
                      認定通知書（PDF）<span className="sr-only">{title}</span>
                    </a>
                  </li>
                )}
                {compared && content !== null && (
                  <li>
                    <a className="link" href={`${content}#changes`}>
                      前の版との違い<span className="sr-only">（{title}）</span>
                    </a>
                  </li>
                )}
                {application !== null && (
                  <li>
                    <a className="link" href={application}>
                      申請<span className="sr-only">（{title}）</span>
                    </a>
                  </li>
                )}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
}
