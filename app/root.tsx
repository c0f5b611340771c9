import "./tailwind.css";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  type MetaFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { guarded } from "./http/guard.server.ts";
import type { ErrorBody } from "./http/responses.server.ts";
import { SiteFrame } from "./routes/SiteFrame.tsx";
import { siteFrameOf } from "./routes/site-frame.server.ts";
import { useNonce } from "./routes/nonce.ts";
import { ErrorPage } from "./ui/layout/ErrorPage.tsx";

export const loader = guarded("public", "lookup.view", async (guard) => siteFrameOf(guard));

const siteName = "経営力向上計画 電子申請ポータル";

export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? siteName : `${errorBodyOf(error).title} | ${siteName}` },
];

/** 画面の外枠。handle.scripts が false の画面には client の script を載せない（職員の一覧など）。 */
export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useNonce();
  const scripts = useMatches().every(
    (match) => (match.handle as { readonly scripts?: boolean } | undefined)?.scripts !== false,
  );
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripts && <ScrollRestoration nonce={nonce} />}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <SiteFrame frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </SiteFrame>
  );
}

export function ErrorBoundary() {
  const body = errorBodyOf(useRouteError());
  const frame = useRouteLoaderData<typeof loader>("root");
  return (
    <SiteFrame frame={frame}>
      <ErrorPage
        title={body.title}
        message={body.message}
        supportNumber={frame?.requestId}
        links={[{ href: "/", label: "ホームへ戻る" }]}
      />
    </SiteFrame>
  );
}

const errorBodyOf = (error: unknown): ErrorBody =>
  isRouteErrorResponse(error) && isErrorBody(error.data)
    ? error.data
    : isRouteErrorResponse(error) && error.status === 404
      ? { title: "ページが見つかりません", message: "アドレスが正しいか確かめてください。" }
      : {
          title: "ただいま処理できませんでした",
          message: "時間をおいて、もう一度お試しください。続くときは、下の番号を添えてお問い合わせください。",
        };

const isErrorBody = (data: unknown): data is ErrorBody =>
  typeof data === "object" && data !== null && "title" in data && "message" in data;
