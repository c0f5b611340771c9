/** 引継ぎの記録の種類と欄。ファイルの一行が一つの記録で、欄の順に書き出す。 */
import { z } from "zod";
import type { CertificationNotice } from "../certification/notice.ts";
import type { RawAnswers } from "../plan/field.ts";
import {
  companyKey,
  day,
  filePath,
  flag,
  identifier,
  instant,
  month,
  oneOf,
  optional,
  type RecordField,
  sha256,
  structure,
  whole,
  words,
} from "./record-fields.ts";

const notice: z.ZodType<CertificationNotice> = z.object(
  {
    templateVersion: z.string(),
    documentNumber: z.string(),
    issuedOn: z.string(),
    addressee: z.object({ address: z.string(), name: z.string(), representative: z.string() }),
    signatory: z.object({ title: z.string(), name: z.string().nullable(), sealNote: z.string() }),
    subject: z.string(),
    body: z.array(z.string()),
    items: z.array(z.object({ label: z.string(), value: z.string() })),
    verification: z.object({ code: z.string(), url: z.string() }).optional(),
  },
  "通知書の値の形が違います",
);

/** 行の id は、編集しても変わらない名前。 */
const row = z
  .record(z.string(), z.string())
  .refine((cells) => Object.hasOwn(cells, "id"), "行に id がありません");
const content = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string(), z.array(row)])),
  "区画の名前 → 欄の名前 → 打たれた文字（繰り返しの欄は行の並び）で書いてください",
) as unknown as z.ZodType<RawAnswers>;

/** 途中で終わった計画の終わり方。 */
const ended = z.object(
  {
    kind: z.enum(["revoked", "surrendered", "succeeded"]),
    on: day("").schema,
    reason: z.string(),
  },
  "kind、on、reason の三つを書いてください",
);

export const recordFields = {
  companies: {
    key: companyKey("事業者の番号"),
    corporationType: oneOf("法人・個人の別", "corporation", "soleProprietor"),
    name: words("名称"),
    representative: words("代表者の役職名及び氏名（個人事業主は空でよい）"),
    prefecture: words("主たる事務所の都道府県のコード（01〜47）", 2),
    address: words("住所"),
    source: optional(words("値の出どころ。省けば「旧基盤」", 100)),
    sourcedAt: instant("値を確かめた日時"),
  },
  users: {
    id: identifier("利用者の番号"),
    kind: oneOf("申請者か職員か", "applicant", "staff"),
    issuer: optional(words("ログインの発行者の URL。省けば、取り込むポータルの発行者")),
    subject: words("発行者の中の利用者の識別子（GビズID のアカウント管理番号など）", 200),
    displayName: words("氏名"),
    email: optional(words("メールアドレス")),
    accountType: optional(oneOf("GビズID の種別。職員は null", "entry", "prime", "member")),
    company: optional(companyKey("属する事業者の番号")),
    parentSubject: optional(words("親のアカウントの識別子", 200)),
    active: flag("使える利用者か"),
  },
  plans: {
    id: identifier("計画の番号"),
    company: companyKey("いまの認定事業者の番号"),
    origin: oneOf(
      "元の記録（旧基盤の計画は imported、紙で認定した計画は paper）",
      "imported",
      "paper",
      "portal",
    ),
    currentVersion: whole("版の数（いまの版の番号）"),
    ended: optional(
      structure("途中で終わった計画の終わり方（取消し、辞退、承継）", "{ kind, on, reason }", ended),
    ),
  },
  versions: {
    plan: identifier("計画の番号"),
    version: whole("版の番号（1から続く）"),
    kind: oneOf("新規の認定、変更の認定、紙で受けた認定", "new", "change", "paper"),
    number: words("認定通知書の文書番号", 100),
    certifiedOn: day("認定日"),
    startMonth: month("実施時期の始めの月"),
    endMonth: month("実施時期の終わりの月"),
    company: optional(companyKey("認定を受けた時の事業者の番号。省けば計画の事業者")),
    application: optional(identifier("申請の番号。省けば、計画と版の番号から決まる")),
    receiptNumber: optional(words("受付番号", 40)),
    filedAt: optional(instant("申請の日時。省けば認定日")),
    acceptedOn: optional(day("受理日")),
    office: optional(identifier("認定した局のコード。kind が paper のときだけ省ける")),
    guideline: optional(identifier("事業分野別指針のコード。kind が paper のときだけ省ける")),
    industryRevision: optional(oneOf("日本標準産業分類の改定。kind が paper のときだけ省ける", "13", "14")),
    industryCode: optional(words("細分類の4桁。kind が paper のときだけ省ける", 4)),
    content: optional(
      structure("申請の中身。区画と欄の名前は、このポータルの様式のもの", "{ 区画: { 欄: 文字 } }", content),
    ),
  },
  certificates: {
    plan: identifier("計画の番号"),
    version: whole("版の番号"),
    edition: whole("通知書の版（1から。訂正のたびに増える）"),
    number: words("文書番号。版の番号と同じもの", 100),
    issuedAt: instant("発行した日時"),
    code: optional(words("確認の符号（区切りなし）。このポータルの発行した通知書だけ", 40)),
    reason: optional(words("訂正の理由。第1版では null", 2000)),
    file: optional(filePath("PDF の場所")),
    sha256: optional(sha256("PDF のハッシュ")),
    size: optional(whole("PDF のバイト数")),
    template: optional(words("帳票の版。旧基盤の通知書では null", 100)),
    signatureLevel: optional(oneOf("電子署名の段。署名がなければ null", "B-B", "B-T")),
    manifestFile: optional(filePath("署名した目録の場所")),
    manifestSha256: optional(sha256("署名した目録のハッシュ")),
    notice: optional(
      structure("刷った値。旧基盤の通知書では null", "{ documentNumber, issuedOn, … }", notice),
    ),
  },
} as const satisfies Record<string, Record<string, RecordField>>;

export type RecordKind = keyof typeof recordFields;
export const recordKinds = Object.keys(recordFields) as readonly RecordKind[];

export type RecordOf<K extends RecordKind> = {
  readonly [F in keyof (typeof recordFields)[K]]: (typeof recordFields)[K][F] extends RecordField<infer T>
    ? T
    : never;
};

export type AnyRecord = { readonly [K in RecordKind]: RecordOf<K> }[RecordKind];

/** 計画と、その版と通知書の記録。 */
export type PlanRecords = {
  readonly plan: RecordOf<"plans">;
  /** 版の番号の順。 */
  readonly versions: readonly RecordOf<"versions">[];
  /** 版と通知書の版の順。 */
  readonly certificates: readonly RecordOf<"certificates">[];
};

/** 種類の呼び名。 */
export const recordKindWords: Readonly<Record<RecordKind, string>> = {
  companies: "事業者",
  users: "利用者",
  plans: "計画",
  versions: "計画の版",
  certificates: "認定通知書",
};
