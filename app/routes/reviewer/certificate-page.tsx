import { useLoaderData } from "@remix-run/react";
import { editionIn } from "#app/http/certificate-response.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { CertificatePage } from "#app/ui/certificate/CertificatePage.tsx";
import { readCertificate } from "#app/usecases/certification/read-certificate.server.ts";
import { certificatePageView } from "../certificate-page-view.server.ts";
import { recordCertificatePaths } from "./certificate-paths.ts";

export const handle = { scripts: false };
export const meta = ({ data }: { readonly data: { readonly title: string } | undefined }) => [
  { title: `${data?.title ?? "認定通知書"} | 経営力向上計画 電子申請ポータル` },
];

export const loader = guarded("staff", "certificate.download", async ({ useCase, tools, param, url }) => {
  const applicationId = param("id");
  const read = await readCertificate(useCase, tools.storage, { applicationId, edition: editionIn(url) });
  if (!read.ok) throw refusalResponse(read.error);
  return {
    ...certificatePageView(read.value, recordCertificatePaths(applicationId)),
    trail: [
      { label: "審査の一覧", href: "/review" },
      { label: read.value.receiptNumber, href: `/review/applications/${applicationId}` },
      { label: "認定通知書" },
    ],
  };
});

export default function RecordCertificate() {
  return <CertificatePage {...useLoaderData<typeof loader>()} />;
}
