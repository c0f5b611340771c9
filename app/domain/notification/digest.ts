/**
 * 一日のまとめ。待っているものの件数と、ログインの要る画面のリンクだけを載せる。
 * 会社名と計画の中身は載せない。言うことが無ければ送らない。
 */
import type { CivilDate } from "../calendar/civil-date.ts";
import type { MailTemplateName } from "../workflow/effects.ts";
import { SOON_BUSINESS_DAYS } from "../worklist/due-day.ts";
import { composeMail, type MailText } from "./mail-text.ts";
import { type CompanyKind, companyKindOf, type NoticeChoices, type StaffKind } from "./notice-kinds.ts";

/** 職員を待っているものの件数。 */
export type AwaitingCounts = {
  /** 届いて、まだ受理していない。 */
  readonly arrived: number;
  /** 自分が担当で、次の処分を待つ。 */
  readonly assigned: number;
  /** 差戻しの後に出し直され、次の処分を待つ。 */
  readonly answered: number;
  /** ほかの人の起案が、決裁を待つ。 */
  readonly proposals: number;
  /** 処理の目安の日を過ぎた。 */
  readonly overdue: number;
  /** 処理の目安の日まで、業務日で三日以内。 */
  readonly dueSoon: number;
  /** ほかの局の求めた同意と意見で、局の回答を待つ。 */
  readonly consultations: number;
  /** まだ読んでいない連絡のある申請。 */
  readonly unread: number;
  /** 申請者へのメールが届かずに戻った申請。 */
  readonly bounced: number;
};

type AwaitingLine = {
  readonly label: string;
  readonly kind: StaffKind;
  /** その一覧を開く道筋。 */
  readonly path: string;
};

/** 件数の言葉と、その一覧。まとめと「待っているもの」の画面が同じ物を読む。 */
export const awaitingLines = {
  arrived: { label: "受理を待つ申請", kind: "arrived", path: "/review?status=submitted" },
  assigned: {
    label: "担当している申請",
    kind: "assigned",
    path: "/review?assignee=me&status=accepted&status=underReview",
  },
  answered: {
    label: "差戻しの後に出し直された申請",
    kind: "answered",
    path: "/review?minReturns=1&status=submitted&status=accepted&status=underReview",
  },
  proposals: {
    label: "決裁を待つ起案",
    kind: "proposals",
    path: "/review?status=underReview&proposal=certify&proposal=decline",
  },
  overdue: { label: "処理の目安の日を過ぎた申請", kind: "due", path: "/review?due=over" },
  dueSoon: {
    label: `処理の目安の日まで${SOON_BUSINESS_DAYS}業務日以内の申請`,
    kind: "due",
    path: "/review?due=soon",
  },
  consultations: {
    label: "ほかの局から求められた同意と意見",
    kind: "consultations",
    path: "/review/consultations",
  },
  unread: { label: "まだ読んでいない連絡のある申請", kind: "messages", path: "/review/awaiting#unread" },
  bounced: { label: "メールが届かずに戻った申請", kind: "bounced", path: "/review/awaiting#bounced" },
} as const satisfies Record<keyof AwaitingCounts, AwaitingLine>;

export const awaitingNames = Object.keys(awaitingLines) as readonly (keyof AwaitingCounts)[];

type DigestLine = { readonly label: string; readonly count: number; readonly url: string };

const monthAndDay = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function digestText(
  day: CivilDate,
  toName: string,
  opening: string,
  lines: readonly DigestLine[],
  settings: string,
): MailText | null {
  const said = lines.filter(({ count }) => count > 0);
  if (said.length === 0) return null;
  return composeMail(`今日のまとめ（${monthAndDay(day)}）`, toName, [
    opening,
    "",
    ...said.flatMap(({ label, count, url }) => [`${label}: ${count}件`, url, ""]),
    "知らせの受け方は、次の画面で変えられます。",
    settings,
  ]);
}

/**
 * 職員へのまとめ。
 * @param choices まとめで受けると決めた種類だけを載せる
 * @returns 言うことが無ければ null
 */
export function staffDigest(
  to: { readonly name: string; readonly choices: NoticeChoices<"staff"> },
  counts: AwaitingCounts,
  { day, origin }: { readonly day: CivilDate; readonly origin: string },
): MailText | null {
  const lines = awaitingNames.flatMap((name) => {
    const { label, kind, path } = awaitingLines[name];
    return to.choices[kind] === "daily" ? [{ label, count: counts[name], url: `${origin}${path}` }] : [];
  });
  const opening = "いま、あなたの確認を待っているものです。";
  return digestText(day, to.name, opening, lines, `${origin}/review/notifications`);
}

const companyLabels: Readonly<Partial<Record<MailTemplateName, string>>> = {
  filed: "受け付けた申請",
  recalled: "引き戻した申請",
  withdrawn: "取り下げた申請",
  accepted: "受理された申請",
  paused: "処理期間の数えを止めた申請",
  resumed: "処理期間の数えを再開した申請",
  transferred: "審査する局が変わった申請",
};

/**
 * 申請者へのまとめ。
 * @param moved 前のまとめの後に出た知らせ（文面の名前）。まとめで受ける種類だけを載せる
 * @param unread まだ読んでいない連絡のある申請の数
 * @returns 言うことが無ければ null
 */
export function companyDigest(
  to: { readonly name: string; readonly companyKey: string; readonly choices: NoticeChoices<"company"> },
  happened: { readonly moved: readonly MailTemplateName[]; readonly unread: number },
  { day, origin }: { readonly day: CivilDate; readonly origin: string },
): MailText | null {
  const url = `${origin}/c/${to.companyKey}`;
  const daily = (kind: CompanyKind | null): boolean => kind !== null && to.choices[kind] === "daily";
  const lines = [
    ...Object.entries(companyLabels).map(([template, label]) => ({
      label,
      count: happened.moved.filter((one) => one === template && daily(companyKindOf(one))).length,
      url,
    })),
    { label: "まだ読んでいない連絡のある申請", count: daily("messages") ? happened.unread : 0, url },
  ];
  const opening = "前のまとめの後の、貴社の申請の動きです。";
  return digestText(day, to.name, opening, lines, `${url}/notifications`);
}
