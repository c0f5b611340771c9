import { data, type HeadersArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { VerifyPage } from "./VerifyPage.tsx";
import { checkCode, checkUpload, retryHeaders, statusOf, verifyView } from "./verify-view.server.ts";

export const handle = { scripts: false };
export const meta = () => [
  { title: "認定通知書の確認 | 経営力向上計画 電子申請ポータル" },
  { name: "robots", content: "noindex" },
];

/** 答えは時とともに変わり、画面にはログインしている人の名前が出る。 */
export const headers = ({ loaderHeaders, actionHeaders, errorHeaders }: HeadersArgs) => {
  const given = errorHeaders ?? actionHeaders ?? loaderHeaders;
  const retry = given.get("Retry-After");
  return {
    "Cache-Control": "private, no-store",
    Vary: "Accept, Cookie",
    ...(retry === null ? {} : { "Retry-After": retry }),
  };
};

export const loader = guarded("public", "certificate.verify", async (guard) => {
  const typed = guard.param("code") || (guard.url.searchParams.get("code") ?? "");
  const asked = guard.param("code") !== "" || guard.url.searchParams.has("code");
  if (!asked || guard.request.method === "POST") return data(verifyView("", null));
  const verified = await checkCode(guard, typed);
  return data(verifyView(typed.slice(0, 80), verified), {
    status: statusOf(verified),
    headers: retryHeaders(verified),
  });
});

export const action = guarded("public", "certificate.verify", async (guard) => {
  const verified = await checkUpload(guard);
  return data(verifyView("", verified), { status: statusOf(verified), headers: retryHeaders(verified) });
});

export default function Verify() {
  const loaded = useLoaderData<typeof loader>();
  return <VerifyPage view={useActionData<typeof action>() ?? loaded} />;
}
