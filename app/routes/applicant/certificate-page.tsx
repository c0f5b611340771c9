import { useLoaderData } from "@remix-run/react";
import { editionIn } from "#app/http/certificate-response.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { CertificatePage } from "#app/ui/certificate/CertificatePage.tsx";
import { readCertificate } from "#app/usecases/certification/read-certificate.server.ts";
import { certificatePageView } from "../certificate-page-view.server.ts";
import { applicationPath, certificatePaths, companyPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = ({ data }: { readonly data: { readonly title: string } | undefined }) => [
  { title: `${data?.title ?? "認定通知書"} | 経営力向上計画 電子申請ポータル` },
];

export const loader = guarded("applicant", "certificate.download", async ({ useCase, tools, param, url }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const read = await readCertificate(useCase, tools.storage, { ...place, edition: editionIn(url) });
  if (!read.ok) throw refusalResponse(read.error);
  return {
    ...certificatePageView(read.value, certificatePaths(place, read.value.notice.documentNumber)),
    trail: [
      { label: "申請と認定", href: companyPath(place.companyKey) },
      { label: "認定申請", href: applicationPath(place) },
      { label: "認定通知書" },
    ],
  };
});

export default function ApplicantCertificate() {
  return <CertificatePage {...useLoaderData<typeof loader>()} />;
}
