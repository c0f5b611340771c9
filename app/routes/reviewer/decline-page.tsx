import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { LetterPage } from "#app/ui/certificate/LetterPage.tsx";
import { readLetter } from "#app/usecases/certification/read-letter.server.ts";
import { letterPageView } from "../letter-page-view.server.ts";
import { recordLetterPath } from "./certificate-paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "不認定通知書 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "review.view", async ({ useCase, param }) => {
  const applicationId = param("id");
  const read = await readLetter(useCase, "decline", { applicationId });
  if (!read.ok) throw refusalResponse(read.error);
  return {
    title: "不認定通知書",
    ...letterPageView(read.value, recordLetterPath(applicationId, "decline", "pdf")),
    trail: [
      { label: "審査の一覧", href: "/review" },
      { label: read.value.receiptNumber, href: `/review/applications/${applicationId}` },
      { label: "不認定通知書" },
    ],
  };
});

export default function RecordDeclineNotice() {
  return <LetterPage {...useLoaderData<typeof loader>()} />;
}
