import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { LetterPage } from "#app/ui/certificate/LetterPage.tsx";
import { readLetter } from "#app/usecases/certification/read-letter.server.ts";
import { letterPageView } from "../letter-page-view.server.ts";
import { applicationPath, companyPath, letterPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "不認定通知書 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.viewOwn", async ({ useCase, param }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const read = await readLetter(useCase, "decline", place);
  if (!read.ok) throw refusalResponse(read.error);
  return {
    title: "不認定通知書",
    ...letterPageView(read.value, letterPath(place, "decline", "pdf")),
    trail: [
      { label: "申請と認定", href: companyPath(place.companyKey) },
      { label: "認定申請", href: applicationPath(place) },
      { label: "不認定通知書" },
    ],
  };
});

export default function ApplicantDeclineNotice() {
  return <LetterPage {...useLoaderData<typeof loader>()} />;
}
