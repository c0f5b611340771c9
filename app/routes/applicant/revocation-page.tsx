import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { RevocationPage } from "#app/ui/certificate/RevocationPage.tsx";
import { readRevocationNotice } from "#app/usecases/certification/read-revocation-notice.server.ts";
import { revocationPageView } from "../revocation-page-view.server.ts";
import { applicationPath, certificatePaths, companyPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定の取消しの通知書 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.viewOwn", async ({ useCase, param }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const read = await readRevocationNotice(useCase, place);
  if (!read.ok) throw refusalResponse(read.error);
  return {
    ...revocationPageView(read.value, certificatePaths(place, read.value.notice.documentNumber)),
    trail: [
      { label: "申請と認定", href: companyPath(place.companyKey) },
      { label: "認定申請", href: applicationPath(place) },
      { label: "認定の取消しの通知書" },
    ],
  };
});

export default function ApplicantRevocation() {
  return <RevocationPage {...useLoaderData<typeof loader>()} />;
}
