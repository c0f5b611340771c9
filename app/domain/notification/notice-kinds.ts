/**
 * 知らせの種類と受け方（すぐに・一日のまとめ・受け取らない）。
 * 差戻し・認定・不認定・取消しは処分とその手続の知らせなので、申請者は止められない。
 */
import { ok, refuse, type Result } from "../result.ts";
import type { MailTemplateName } from "../workflow/effects.ts";

export type NoticeTiming = "immediate" | "daily" | "none";

export const timingWords = {
  immediate: "そのつどメールで受け取る",
  daily: "一日一度、まとめて受け取る",
  none: "受け取らない",
} as const satisfies Record<NoticeTiming, string>;

type NoticeKind = {
  readonly label: string;
  /** 選べる受け方。一つだけなら変えられない。 */
  readonly timings: readonly [NoticeTiming, ...NoticeTiming[]];
  readonly initial: NoticeTiming;
};

const every = ["immediate", "daily", "none"] as const;
const summary = ["daily", "none"] as const;

/** 職員への知らせ。既定は一日のまとめ。 */
export const staffKinds = {
  arrived: { label: "申請が届いた、又はほかの局から移送された", timings: every, initial: "daily" },
  messages: { label: "申請者から連絡が届いた", timings: every, initial: "daily" },
  stopped: {
    label: "申請者が申請を引き戻した、又は取り下げた",
    timings: ["immediate", "none"],
    initial: "immediate",
  },
  assigned: { label: "自分が担当の申請がある", timings: summary, initial: "daily" },
  answered: { label: "差し戻した申請が出し直された", timings: summary, initial: "daily" },
  proposals: { label: "起案が決裁を待っている（決裁者）", timings: summary, initial: "daily" },
  due: { label: "処理の目安の日が近い、又は過ぎた", timings: summary, initial: "daily" },
  bounced: { label: "申請者へのメールが届かずに戻った", timings: summary, initial: "daily" },
  consultations: {
    label: "ほかの局から同意や意見を求められた",
    timings: every,
    initial: "immediate",
  },
  answers: {
    label: "求めた同意や意見に、ほかの局の回答があった",
    timings: ["immediate", "none"],
    initial: "immediate",
  },
  exports: { label: "頼んだ一覧の書出しができた", timings: ["immediate", "none"], initial: "immediate" },
} as const satisfies Record<string, NoticeKind>;

/** 申請者（会社ごと）への知らせ。既定はそのつど。 */
export const companyKinds = {
  returned: { label: "申請の修正の依頼（差戻し）", timings: ["immediate"], initial: "immediate" },
  decided: { label: "認定、不認定、認定の訂正と取消し", timings: ["immediate"], initial: "immediate" },
  own: { label: "申請、引戻し、取下げの控え", timings: every, initial: "immediate" },
  progress: { label: "受理、審査する局の変更など、審査の進み具合", timings: every, initial: "immediate" },
  messages: { label: "局からの連絡", timings: every, initial: "immediate" },
  surveys: { label: "国からの調査のお願い", timings: ["immediate", "none"], initial: "immediate" },
  ending: {
    label: "計画の実施時期の終わりが近い（六か月前と一か月前）",
    timings: ["immediate", "none"],
    initial: "immediate",
  },
} as const satisfies Record<string, NoticeKind>;

export type StaffKind = keyof typeof staffKinds;
export type CompanyKind = keyof typeof companyKinds;

/** だれの受け方か。職員は一人ずつ、申請者は会社ごと。 */
export type NoticeSubject = "staff" | "company";

const kindsOf = { staff: staffKinds, company: companyKinds } as const satisfies Record<
  NoticeSubject,
  Record<string, NoticeKind>
>;

/** 種類ごとの受け方。 */
export type NoticeChoices<S extends NoticeSubject> = S extends "staff"
  ? Readonly<Record<StaffKind, NoticeTiming>>
  : Readonly<Record<CompanyKind, NoticeTiming>>;

/** 文面ごとの種類。その側に送らない文面では null。 */
const templateKinds = {
  filed: { company: "own", staff: null },
  arrived: { company: null, staff: "arrived" },
  recalled: { company: "own", staff: "stopped" },
  withdrawn: { company: "own", staff: "stopped" },
  accepted: { company: "progress", staff: null },
  paused: { company: "progress", staff: null },
  resumed: { company: "progress", staff: null },
  transferred: { company: "progress", staff: "arrived" },
  returned: { company: "returned", staff: null },
  certified: { company: "decided", staff: null },
  corrected: { company: "decided", staff: null },
  revoked: { company: "decided", staff: null },
  declined: { company: "decided", staff: null },
  messageArrived: { company: "messages", staff: "messages" },
  consultationAsked: { company: null, staff: "consultations" },
  consultationAnswered: { company: null, staff: "answers" },
  minorChange: { company: null, staff: null },
} as const satisfies Record<
  MailTemplateName,
  { readonly company: CompanyKind | null; readonly staff: StaffKind | null }
>;

/** その申請者への文面の種類。 */
export const companyKindOf = (template: MailTemplateName): CompanyKind | null =>
  templateKinds[template].company;

/**
 * その文面をどう受けるか。
 * @returns 種類の決まっていない文面は、そのつど
 */
export function timingOf<S extends NoticeSubject>(
  subject: S,
  choices: NoticeChoices<S>,
  template: MailTemplateName,
): NoticeTiming {
  const kind = templateKinds[template][subject];
  const timings: Readonly<Record<string, NoticeTiming>> = choices;
  return kind === null ? "immediate" : (timings[kind] ?? "immediate");
}

export type NoticeChoiceLine = NoticeKind & { readonly name: string };

/** 画面に並べる種類。 */
export const noticeKinds = (subject: NoticeSubject): readonly NoticeChoiceLine[] =>
  entriesOf(subject).map(([name, kind]) => ({ name, ...kind }));

const entriesOf = (subject: NoticeSubject): readonly (readonly [string, NoticeKind])[] =>
  Object.entries(kindsOf[subject]);

/**
 * 保存した受け方を読む。無い種類、選べない値は既定になる。
 * @param stored 種類 → 受け方
 */
export function readChoices<S extends NoticeSubject>(
  subject: S,
  stored: Readonly<Record<string, unknown>>,
): NoticeChoices<S> {
  const read = entriesOf(subject).map(([name, { timings, initial }]) => [
    name,
    timings.find((timing) => timing === stored[name]) ?? initial,
  ]);
  // 種類の全部に、選べる値だけを入れている。
  return Object.fromEntries(read) as NoticeChoices<S>;
}

/**
 * 画面から送られた受け方を読む。
 * @returns 選べない値の種類は誤り（種類 → 文）
 */
export function readPostedChoices<S extends NoticeSubject>(
  subject: S,
  posted: Readonly<Record<string, unknown>>,
): Result<NoticeChoices<S>, Readonly<Record<string, readonly string[]>>> {
  const faults = entriesOf(subject).flatMap(([name, { timings }]) =>
    timings.length === 1 || timings.some((timing) => timing === posted[name])
      ? []
      : [[name, ["受け取り方を選んでください。"]] as const],
  );
  return faults.length > 0 ? refuse(Object.fromEntries(faults)) : ok(readChoices(subject, posted));
}

/** 一日のまとめで受ける知らせがあるか。 */
export const wantsDigest = <S extends NoticeSubject>(choices: NoticeChoices<S>): boolean =>
  Object.values(choices).includes("daily");
