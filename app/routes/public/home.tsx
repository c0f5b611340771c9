import { useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/access/actor.ts";
import { guarded } from "#app/http/guard.server.ts";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { staffHome } from "../auth/landing.ts";
import { HomeSteps } from "./HomeSteps.tsx";
import { LoginChoices } from "./LoginChoices.tsx";

export const meta = () => [{ title: "経営力向上計画 電子申請ポータル" }];
export const handle = { scripts: false };

export const loader = guarded("public", "lookup.view", async ({ actor, companyName }) => ({
  start: startOf(actor, companyName),
}));

type Start = { readonly href: string; readonly label: string; readonly who: string };

/** ログインしている人の始めの画面。 */
function startOf(actor: Actor, companyName: string | null): Start | null {
  if (actor.kind === "applicant")
    return {
      href: `/c/${actor.companyKey}`,
      label: "申請と認定の画面へ進む",
      who: [companyName, actor.displayName].filter((part) => part !== null).join(" "),
    };
  if (actor.kind !== "staff") return null;
  const href = staffHome(actor);
  return href === "/" ? null : { href, label: "仕事の画面へ進む", who: actor.displayName };
}

const links = [
  {
    href: "/lookup",
    label: "提出先・指針の検索",
    words: "業種と都道府県から、申請書の提出先と従う指針が分かります。ログインは要りません。",
  },
  {
    href: "/guidelines",
    label: "事業分野別指針の一覧",
    words: "業種ごとの取組の項目と、目標とする指標を見られます。",
  },
  {
    href: "/published",
    label: "認定を受けた事業者の一覧",
    words: "公表に同意した事業者を、認定の月ごとに載せています。CSV と JSON でも得られます。",
  },
  { href: "/help", label: "ヘルプ", words: "ログインの種類、保存、差戻しの直し方などの説明です。" },
] as const;

export default function Home() {
  const { start } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title="経営力向上計画の申請"
        lead="中小企業等経営強化法の経営力向上計画を、作成から提出、認定通知書の受取りまで行えます。"
      />
      {start === null ? <LoginChoices /> : <Continue start={start} />}
      <SectionTitle id="steps">準備から認定まで</SectionTitle>
      <HomeSteps />
      <SectionTitle id="look">調べる</SectionTitle>
      <ul className="grid gap-4 sm:grid-cols-2">
        {links.map(({ href, label, words }) => (
          <li key={href} className="rounded-12 border border-solid-gray-300 p-4">
            <a className="link inline-flex min-h-11 items-center text-std-17B-170" href={href}>
              {label}
            </a>
            <p className="text-dns-16N-130 leading-150">{words}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Continue({ start }: { readonly start: Start }) {
  return (
    <section aria-labelledby="continue" className="rounded-12 border-2 border-key-900 p-5 sm:p-6">
      <h2 id="continue" className="mb-4 text-std-20B-150">
        {start.who} さんとしてログインしています
      </h2>
      <ButtonLink href={start.href}>{start.label}</ButtonLink>
    </section>
  );
}
