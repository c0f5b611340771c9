import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { openEntryLink } from "#app/usecases/sharing/open-entry-link.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "申請を始める | 経営力向上計画 電子申請ポータル" }];

const faultWords = {
  broken: "リンクの一部が欠けています。もう一度、元の画面からお進みください。",
  expired: "リンクの期限が切れています。もう一度、元の画面からお進みください。",
  signature: "リンクを確かめられませんでした。もう一度、元の画面からお進みください。",
} as const;

/** ログインしていなければ、ログインの後に同じ所へ移る（申請の画面の入口が、ログインへ案内する）。 */
export const loader = guarded("public", "lookup.view", async ({ useCase, url }) => {
  const opened = await openEntryLink(useCase, url.searchParams);
  if (!opened.ok) return data({ words: faultWords[opened.error], other: false }, { status: 400 });
  if (opened.value.kind === "enter") throw redirect(opened.value.path);
  return data({
    words: `${opened.value.from}のリンクの会社と、いまログインしている会社が違います。リンクの会社の申請を始めるには、ログアウトして、その会社の GビズID でログインしてください。`,
    other: true,
  });
});

export default function EntryLink() {
  const { words, other } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle title={other ? "ログインしている会社が違います" : "リンクを開けませんでした"} lead={words} />
      {other ? (
        <form method="post" action="/logout">
          <Button>ログアウトする</Button>
        </form>
      ) : (
        <ButtonLink href="/">ポータルの入口へ</ButtonLink>
      )}
    </>
  );
}
