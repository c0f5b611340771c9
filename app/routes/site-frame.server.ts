/** 画面の外枠に要る値。 */
import { accountTypeNames } from "#app/domain/access/account-changes.ts";
import { hasRole } from "#app/domain/access/actor.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { ROLE_NAMES } from "#app/domain/access/roles.ts";
import { countEscalations } from "#app/usecases/review/read-escalations.server.ts";
import { waitingForAnswer } from "#app/usecases/consultations/list-consultations.server.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { MOST_IN_BADGE } from "#app/ui/layout/PageHeader.tsx";
import { awaitingBadge } from "#app/usecases/notifications/awaiting.server.ts";

export type SiteFrameValues = {
  readonly requestId: string;
  readonly demo: boolean;
  readonly path: string;
  readonly account: { readonly name: string; readonly role: string } | null;
  readonly company: string | null;
  readonly nav: readonly { readonly href: string; readonly label: string; readonly count?: number }[];
};

export function siteFrameOf(guard: Guarded<Actor>): SiteFrameValues {
  const { actor, companyName, tools, requestId, url, useCase } = guard;
  return {
    requestId,
    demo: tools.demo,
    path: url.pathname,
    account: accountOf(actor),
    company: companyName,
    nav: navOf(actor, {
      waiting: awaitingBadge(useCase, MOST_IN_BADGE + 1),
      escalated: countEscalations(useCase, MOST_IN_BADGE + 1),
      consulted: waitingForAnswer(useCase),
    }),
  };
}

function accountOf(actor: Actor): SiteFrameValues["account"] {
  if (actor.kind === "applicant")
    return { name: actor.displayName, role: `GビズID${accountTypeNames[actor.accountType]}` };
  if (actor.kind === "staff")
    return {
      name: actor.displayName,
      role: [...new Set(actor.assignments.map(({ role }) => ROLE_NAMES[role]))].join("・"),
    };
  return null;
}

const badgeOf = (count: number | null): { readonly count?: number } =>
  count === null || count === 0 ? {} : { count };

/**
 * @param counts.waiting その人を待つものの数。0 なら数を出さない
 * @param counts.consulted その人の局が回答を待たれている数
 * @param counts.escalated 決裁者と代決者の、急ぐ申請の数。数えない人では null
 */
function navOf(
  actor: Actor,
  counts: {
    readonly waiting: number | null;
    readonly escalated: number | null;
    readonly consulted: number;
  },
): SiteFrameValues["nav"] {
  const badge = badgeOf(counts.waiting);
  if (actor.kind === "applicant")
    return [
      { href: `/c/${actor.companyKey}`, label: "申請と認定", ...badge },
      { href: "/lookup", label: "提出先・指針の検索" },
    ];
  if (actor.kind !== "staff") return [];
  const links = [
    { action: "review.awaiting", href: "/review/awaiting", label: "自分を待つもの" },
    { action: "review.list", href: "/review", label: "審査の一覧" },
    { action: "review.list", href: "/review/plans", label: "計画の一覧" },
    { action: "review.escalations", href: "/review/escalations", label: "急ぐ申請" },
    { action: "consultation.answer", href: "/review/consultations", label: "意見照会と同意" },
    { action: "confirmation.list", href: "/review/confirmations", label: "投資計画の確認" },
    { action: "statistics.view", href: "/review/statistics", label: "統計" },
    { action: "report.list", href: "/review/reports", label: "実施状況報告" },
    { action: "publication.publish", href: "/review/publications", label: "公表" },
    { action: "surveys.confirm", href: "/review/surveys", label: "調査のメール" },
    { action: "rulebook.view", href: "/admin/rulebook", label: "規則集" },
    { action: "mails.view", href: "/admin/mails", label: "メール" },
    { action: "jobs.view", href: "/admin/jobs", label: "処理の状況" },
    { action: "handOver.view", href: "/admin/hand-over", label: "引継ぎ" },
    { action: "api.manage", href: "/admin/api-clients", label: "連携先" },
    { action: "directory.manage", href: "/admin/connections", label: "外部との接続" },
    { action: "users.manage", href: "/admin/accounts", label: "事業者のアカウント" },
    { action: "users.manage", href: "/admin/staff", label: "職員と権限" },
    { action: "audit.view", href: "/admin/audit", label: "監査記録" },
  ] as const;
  return [
    ...links
      .filter(({ action }) => mayDo(actor, action).allowed)
      .map(({ action, href, label }) => ({
        href,
        label,
        ...(action === "review.awaiting" ? badge : {}),
        ...(action === "consultation.answer" ? badgeOf(counts.consulted) : {}),
        ...(action === "review.escalations" ? badgeOf(counts.escalated) : {}),
      })),
    ...(hasRole(actor, "auditor") ? [] : [{ href: "/lookup", label: "提出先・指針の検索" }]),
  ];
}
