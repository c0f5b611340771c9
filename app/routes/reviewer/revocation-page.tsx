import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { RevocationPage } from "#app/ui/certificate/RevocationPage.tsx";
import { readRevocationNotice } from "#app/usecases/certification/read-revocation-notice.server.ts";
import { revocationPageView } from "../revocation-page-view.server.ts";
import { recordCertificatePaths } from "./certificate-paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "認定の取消しの通知書 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.view", async ({ useCase, param }) => {
  const applicationId = param("id");
  const read = await readRevocationNotice(useCase, { applicationId });
  if (!read.ok) throw refusalResponse(read.error);
  return {
    ...revocationPageView(read.value, recordCertificatePaths(applicationId)),
    trail: [
      { label: "審査の一覧", href: "/review" },
      { label: read.value.receiptNumber, href: `/review/applications/${applicationId}` },
      { label: "認定の取消しの通知書" },
    ],
  };
});

export default function RecordRevocation() {
  return <RevocationPage {...useLoaderData<typeof loader>()} />;
}
