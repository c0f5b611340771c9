/**
 * 権限の表。操作ごとに、誰がどの間柄の記録に対して行えるかを書き尽くす。書いていないことはできない。
 * 崩してはならない原則: 管理者は計画について決定しない。監査は監査記録だけを見る。
 * 認定・不認定は自分の提出先の決裁者だけが行う (法第17条の認定は主務大臣の権限の委任による)。
 */
import type { Action } from "./actions.ts";
import type { GbizAccountType } from "./actor.ts";
import type { StaffRole } from "./roles.ts";

/**
 * 職員と記録の間柄。`ownOffice` 自分の提出先、`consultedOffice` 同意又は意見を求められた局、
 * `ownOrConsulted` そのどちらか、`consented` 申請者の同意がある、`any` 問わない。
 */
export type StaffRelation = "ownOffice" | "consultedOffice" | "ownOrConsulted" | "consented" | "any";

/** 一つの操作の規則。申請者はいつも自社の記録に限る。 */
export type Rule = {
  /** 誰でも、ログインせずに行える。 */
  readonly public?: true;
  /** 行える GビズID の種別。 */
  readonly applicant?: readonly GbizAccountType[];
  /** 会社を代表して行うので、メンバーには、この手続の権限（mandate_info）が要る。 */
  readonly mandated?: true;
  readonly staff?: Readonly<Partial<Record<StaffRole, StaffRelation>>>;
  /** 人の操作によらない処理が行える。 */
  readonly system?: true;
  /** 連携先が、許された項目のまとまりの内で行える。 */
  readonly api?: true;
};

const EVERY_ACCOUNT = ["entry", "prime", "member"] as const;
const FILING_ACCOUNTS = ["prime", "member"] as const;
const OFFICE = { reviewer: "ownOffice", officeManager: "ownOffice" } as const;
const READERS = { reviewer: "ownOrConsulted", officeManager: "ownOrConsulted", coordinator: "any" } as const;
const CONSULTED = { reviewer: "consultedOffice", officeManager: "consultedOffice" } as const;
const MANAGER = { officeManager: "ownOffice" } as const;
/** 決裁。代決者は、任されている期間だけ同じ決定ができる。 */
const DECIDER = { officeManager: "ownOffice", substitute: "ownOffice" } as const;
/** 会社を代表して手続をすること。 */
const FILER = { applicant: FILING_ACCOUNTS, mandated: true } as const;
const PRIME = ["prime"] as const;
const ADMINISTRATOR = { administrator: "any" } as const;

/** 権限の表。 */
export const MATRIX = {
  "lookup.view": { public: true },
  "guideline.view": { public: true },
  "certificate.verify": { public: true },
  "publication.view": { public: true },
  "report.own": { applicant: EVERY_ACCOUNT },
  "report.file": { applicant: FILING_ACCOUNTS },
  "report.list": { staff: { ...OFFICE, coordinator: "any" } },
  "report.receive": { staff: OFFICE },
  "publication.publish": { staff: { coordinator: "any" }, system: true },

  "company.view": { applicant: EVERY_ACCOUNT },
  "plan.draft": { applicant: EVERY_ACCOUNT },
  "plan.viewOwn": { applicant: EVERY_ACCOUNT },
  "plan.recordEquipment": { applicant: FILING_ACCOUNTS },
  "plan.surrender": FILER,
  "plan.decideSurrender": { staff: DECIDER },
  "plan.file": FILER,
  "plan.recall": FILER,
  "plan.withdraw": FILER,
  "certificate.download": { applicant: FILING_ACCOUNTS, staff: { ...OFFICE, coordinator: "any" } },

  "message.read": { applicant: EVERY_ACCOUNT, staff: { ...OFFICE, coordinator: "any" } },
  "message.send": { applicant: EVERY_ACCOUNT, staff: OFFICE },
  "notices.choose": { applicant: FILING_ACCOUNTS, staff: { reviewer: "any", officeManager: "any" } },

  "review.awaiting": { staff: { reviewer: "any", officeManager: "any" } },
  "review.list": { staff: { ...OFFICE, coordinator: "any" } },
  "review.view": { staff: READERS },
  "review.escalations": { staff: { ...DECIDER, coordinator: "any" } },
  "review.hold": { staff: OFFICE },
  "review.note": { staff: OFFICE },
  "review.check": { staff: OFFICE },
  "review.accept": { staff: OFFICE },
  "review.assign": { staff: OFFICE },
  "review.reassign": { staff: MANAGER },
  "review.transfer": { staff: OFFICE },
  "review.pause": { staff: OFFICE },
  "review.correctAcceptance": { staff: OFFICE },
  "review.return": { staff: OFFICE },
  "review.propose": { staff: OFFICE },
  "review.certify": { staff: DECIDER },
  "review.decline": { staff: DECIDER },
  "review.sendBack": { staff: DECIDER },
  "confirmation.draft": { applicant: EVERY_ACCOUNT },
  "confirmation.viewOwn": { applicant: EVERY_ACCOUNT },
  "confirmation.file": FILER,
  "confirmation.withdraw": FILER,
  "confirmation.download": { applicant: FILING_ACCOUNTS, staff: { ...OFFICE, coordinator: "any" } },
  "confirmation.list": { staff: { ...OFFICE, coordinator: "any" } },
  "confirmation.view": { staff: { ...OFFICE, coordinator: "any" } },
  "confirmation.return": { staff: OFFICE },
  "confirmation.propose": { staff: OFFICE },
  // 確認書は局の長の名で出すので、認定と同じく決裁者と代決者だけが決める。
  "confirmation.confirm": { staff: DECIDER },
  "confirmation.decline": { staff: DECIDER },
  "confirmation.issue": { system: true },
  "consultation.ask": { staff: OFFICE },
  "consultation.answer": { staff: CONSULTED },
  // 同意は主務大臣の判断なので、認定と同じく決裁者と代決者だけが答える。
  "consultation.consent": { staff: { officeManager: "consultedOffice", substitute: "consultedOffice" } },
  "office.editAssignRules": { staff: MANAGER },
  "office.nameSubstitute": { staff: MANAGER },
  "office.editTexts": { staff: OFFICE },
  "office.editChecklists": { staff: OFFICE },

  "rulebook.view": {
    staff: { reviewer: "any", officeManager: "any", coordinator: "any", administrator: "any" },
  },
  "rulebook.edit": { staff: ADMINISTRATOR, system: true },
  "rulebook.publish": { staff: ADMINISTRATOR },
  "surveys.propose": { staff: { coordinator: "any" } },
  "surveys.confirm": { staff: { coordinator: "any", administrator: "any" } },
  "users.manage": { staff: ADMINISTRATOR },
  "accounts.stop": { applicant: PRIME, staff: ADMINISTRATOR },
  "mails.view": { staff: ADMINISTRATOR },
  "jobs.view": { staff: ADMINISTRATOR },
  "handOver.view": { staff: ADMINISTRATOR },
  "sharing.consent": FILER,
  "api.enter": { public: true },
  "api.read": { api: true },
  "api.manage": { staff: ADMINISTRATOR },
  "directory.manage": { staff: ADMINISTRATOR },
  "audit.view": { staff: { auditor: "any" } },

  "statistics.view": { staff: { ...OFFICE, coordinator: "any" } },
  "exports.run": { staff: { ...OFFICE, coordinator: "any" } },
  "enquiry.view": { staff: { helpDesk: "any" } },
  "enquiry.viewApplication": { staff: { helpDesk: "consented" } },

  "certificate.correct": { staff: MANAGER },
  "certificate.revoke": { staff: MANAGER },
  "certificate.issue": { system: true },
  "paper.store": { system: true },
  "mails.bounce": { public: true },
  "mails.confirmBounce": { staff: OFFICE },
  "mails.send": { system: true },
} as const satisfies Record<Action, Rule>;
