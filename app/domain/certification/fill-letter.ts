/** 通知書の文面の差込みを埋める。埋まらない差込みがあれば名前を返して断る（空欄の通知書を出さない）。 */
import type { CivilDate } from "../calendar/civil-date.ts";
import { ok, refuse, type Result } from "../result.ts";
import type { LetterSlot } from "../rulebook/letter-slots.ts";
import { letterFor } from "../rulebook/letter.ts";
import type { LetterKind } from "../rulebook/procedure-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { signatoryOn } from "../rulebook/signatory.ts";
import { documentNumber } from "./document-number.ts";
import type { CertificationNotice } from "./notice.ts";

export type NoticeIssue = {
  /** 認定日、不認定の日、取消しの日。 */
  readonly issuedOn: CivilDate;
  /** 系列の中の通し番号。 */
  readonly serial: number;
};

export type LetterSlots = Readonly<Partial<Record<LetterSlot, string>>>;

/** 文面に入れる値。 */
export type LetterFilling = {
  readonly kind: LetterKind;
  /** 局のコード。 */
  readonly office: string;
  readonly templateVersion: string;
  readonly addressee: CertificationNotice["addressee"];
  /** 個人事業主か。代表者の無い宛先を許す。 */
  readonly sole: boolean;
  readonly slots: LetterSlots;
};

/** @returns 通知書の値。埋まらない値があれば、その名前 */
export function fillLetter(
  rulebook: Rulebook,
  issue: NoticeIssue,
  { kind, office, templateVersion, addressee, sole, slots }: LetterFilling,
): Result<CertificationNotice, readonly string[]> {
  const letter = letterFor(rulebook, kind, office);
  const numbering = rulebook.documentNumbering.get(office);
  const signatory = signatoryOn(rulebook, office, issue.issuedOn);
  const missing = new Set<string>();
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/gu, (_, name: LetterSlot) => {
      const value = slots[name] ?? "";
      if (value === "") missing.add(Object.hasOwn(slotNames, name) ? slotNames[name] : name);
      return value;
    });
  const body = letter?.body.map(fill) ?? [];
  const items = letter?.items.map(({ label, value }) => ({ label, value: fill(value) })) ?? [];
  if (letter === undefined) missing.add("通知書の文面");
  if (numbering === undefined) missing.add("文書番号の書式");
  if (signatory === undefined) missing.add("局の長の職名");
  if (addressee.name === "") missing.add("事業者の名称");
  if (addressee.address === "") missing.add("事業者の住所");
  if (addressee.representative === "" && !sole) missing.add("代表者の役職名及び氏名");
  if (missing.size > 0 || letter === undefined || numbering === undefined || signatory === undefined)
    return refuse([...missing]);
  return ok({
    templateVersion,
    documentNumber: documentNumber(numbering, issue.issuedOn, issue.serial),
    issuedOn: issue.issuedOn,
    addressee,
    signatory: { ...signatory, sealNote: letter.sealNote },
    subject: fill(letter.subject),
    body,
    items,
  });
}

/** 差込みの呼び名。管理者の画面にも出す。 */
export const slotNames: Readonly<Record<LetterSlot, string>> = {
  declineReason: "認定をしない理由",
  revokeReason: "取消しの理由",
  certifiedOn: "認定日",
  certificateNumber: "認定通知書の文書番号",
  firstCertifiedOn: "当初の認定日",
  firstDocumentNumber: "当初の認定の文書番号",
  appliedOn: "申請日",
  article: "根拠の条文",
  applicantName: "事業者の名称",
  industryName: "事業分野",
  guidelineName: "事業分野別指針名",
  planPeriod: "実施時期",
  investmentPlan: "投資計画の名称",
  investmentEquipment: "主な設備の名称",
  investmentAmount: "投資額",
  acquisitionMonth: "設備を取得する予定の月",
  investmentIndicator: "要件の計算の答え",
};
