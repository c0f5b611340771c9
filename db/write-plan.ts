/**
 * 書込みの計画（write plan）。ユースケースが作り、applyWritePlan が一つの短い取引で適用する。
 * 番号は取引の中で引くので、行は「引いた番号から行を作る純粋な関数」として渡す（DESIGN §4.11）。
 */
import type { DraftRow } from "#app/domain/rulebook/draft-table.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { ApplicationEvent } from "#app/domain/workflow/events.ts";
import type { ConfirmationRows, ExpectedConfirmationAttachments } from "./confirmation-rows.ts";
import type { JobLane } from "./job-lane.ts";
import type { PlannedAccessRows } from "./planned-access-rows.ts";
import type { ProgressReportRows } from "./progress-report-rows.ts";
import type { PublicationRows } from "./publication-rows.ts";
import type { SurveyRows } from "./survey-rows.ts";
import type { PlanLifeRows } from "./plan-rows.ts";
import type {
  accounts,
  apiClients,
  applicationChecklists,
  applications,
  applicationSections,
  assignRules,
  attachmentRemovals,
  attachments,
  certificateEditions,
  certificateRevocations,
  certifications,
  checklistMarks,
  checklistTemplates,
  closureOverrides,
  companies,
  consultationResults,
  consultations,
  contentFacts,
  declineNotices,
  documentDownloads,
  editionReplays,
  issuedDocuments,
  listExports,
  mailBounces,
  mails,
  messageReads,
  messages,
  noticeChoices,
  reviewComments,
  reviewNotes,
  revocationNotices,
  rulebookEditions,
  rulebookEdits,
  savedViews,
  sessions,
  sharingConsents,
  staffAssignments,
  submissionAttachments,
  submissionFacts,
  submissions,
  substitutions,
  textBlocks,
  transfers,
  uploads,
  SaveChannel,
} from "./schema/index.ts";

/** その時の行為者。役割と局はその瞬間のもの。 */
export type ActorStamp = { readonly id: string; readonly name: string; readonly role: string };

export type AuditDraft = {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, unknown>>;
};

export type OutboxDraft = {
  readonly topic: string;
  readonly key: string;
  /** 省けば、仕事の種類で決まる列。 */
  readonly lane?: JobLane;
  /** 記録に届き具合を出す申請。 */
  readonly applicationId?: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type ApplicationChange = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly set: Partial<typeof applications.$inferInsert>;
};

export type SectionSave = {
  readonly row: Omit<typeof applicationSections.$inferInsert, "version">;
  /** 画面が読んだ時の版。まだ無い区画は 0。 */
  readonly expectedVersion: number;
  /** 版の表に残す、保存の道。省けば form。 */
  readonly channel?: SaveChannel;
};

/** 編集中の版の一つの表。before と after で同じ値の行は書かない。 */
export type TableSave<T extends TableName = TableName> = {
  readonly editionId: string;
  readonly table: T;
  readonly before: readonly DraftRow<T>[];
  readonly after: readonly DraftRow<T>[];
};

/** 確認の一覧のひな形。消すときは removed で、row は消す前の中身。 */
export type TemplateSave = {
  readonly id: string;
  /** 画面が読んだ版。新しいひな形は 0。 */
  readonly expectedVersion: number;
  readonly row: Omit<typeof checklistTemplates.$inferInsert, "id" | "version">;
  readonly removed: boolean;
};

export type PlannedRows<R> = PlannedAccessRows &
  PlanLifeRows &
  ProgressReportRows &
  PublicationRows &
  SurveyRows & {
    readonly result: R;
    readonly newApplications?: readonly (typeof applications.$inferInsert)[];
    readonly changes?: readonly ApplicationChange[];
    readonly sections?: readonly SectionSave[];
    readonly submissions?: readonly (typeof submissions.$inferInsert)[];
    readonly comments?: readonly (typeof reviewComments.$inferInsert)[];
    readonly certifications?: readonly (typeof certifications.$inferInsert)[];
    readonly certificateEditions?: readonly (typeof certificateEditions.$inferInsert)[];
    readonly certificateRevocations?: readonly (typeof certificateRevocations.$inferInsert)[];
    readonly declineNotices?: readonly (typeof declineNotices.$inferInsert)[];
    readonly revocationNotices?: readonly (typeof revocationNotices.$inferInsert)[];
    readonly documents?: readonly (typeof issuedDocuments.$inferInsert)[];
    readonly downloads?: readonly Omit<typeof documentDownloads.$inferInsert, "id">[];
    readonly mails?: readonly (typeof mails.$inferInsert)[];
    /** 届かずに戻ったメール。同じメールの二度目は最初のまま。 */
    readonly mailBounces?: readonly (typeof mailBounces.$inferInsert)[];
    /** 局が手当てした戻り（メールの id）。もう手当て済みなら、最初のまま。 */
    readonly confirmedBounces?: readonly string[];
    readonly messages?: readonly Omit<typeof messages.$inferInsert, "number">[];
    readonly messageReads?: readonly (typeof messageReads.$inferInsert)[];
    /** 無ければ作り、あれば id 以外を新しくする。 */
    readonly accounts?: readonly (typeof accounts.$inferInsert)[];
    readonly companies?: readonly (typeof companies.$inferInsert)[];
    readonly closureOverrides?: readonly (typeof closureOverrides.$inferInsert)[];
    /** その職員たちの役割の全部。前の役割は消える。 */
    readonly assignments?: readonly {
      readonly accountId: string;
      readonly rows: readonly (typeof staffAssignments.$inferInsert)[];
    }[];
    readonly sessions?: readonly (typeof sessions.$inferInsert)[];
    /** 終えるログイン（クッキーの値のハッシュ）。 */
    readonly endedSessions?: readonly string[];
    readonly attachments?: readonly (typeof attachments.$inferInsert)[];
    /** もう取り除かれている添付は、最初の一件のまま。 */
    readonly attachmentRemovals?: readonly (typeof attachmentRemovals.$inferInsert)[];
    readonly contentFacts?: readonly Omit<typeof contentFacts.$inferInsert, "sequence">[];
    readonly submissionFacts?: readonly (typeof submissionFacts.$inferInsert)[];
    readonly submissionAttachments?: readonly (typeof submissionAttachments.$inferInsert)[];
    /** 送っている途中のファイルの、変わった欄。 */
    readonly uploadChanges?: readonly {
      readonly id: string;
      readonly set: Partial<typeof uploads.$inferInsert>;
    }[];
    /** from の版の中身を写した、新しい版。 */
    readonly editionCopies?: readonly {
      readonly row: typeof rulebookEditions.$inferInsert;
      readonly from: string;
    }[];
    readonly editionChanges?: readonly {
      readonly id: string;
      readonly expectedRevision: number;
      readonly set: Partial<typeof rulebookEditions.$inferInsert>;
    }[];
    readonly tables?: readonly TableSave[];
    readonly rulebookEdits?: readonly (typeof rulebookEdits.$inferInsert)[];
    /** 始める再計算。読む申請の一覧は、書くときに決まる。 */
    readonly newReplays?: readonly Pick<
      typeof editionReplays.$inferInsert,
      "id" | "editionId" | "revision" | "startedByName" | "startedAt"
    >[];
    /** 止める再計算。もう終わっていれば、そのまま。 */
    readonly cancelledReplays?: readonly string[];
    readonly notes?: readonly (typeof reviewNotes.$inferInsert)[];
    readonly transfers?: readonly Omit<typeof transfers.$inferInsert, "sequence">[];
    readonly consultations?: readonly (typeof consultations.$inferInsert)[];
    readonly consultationResults?: readonly (typeof consultationResults.$inferInsert)[];
    /** 局の文例。無ければ作り（expectedVersion は 0）、row が null なら消す。 */
    readonly textBlocks?: readonly {
      readonly id: string;
      readonly expectedVersion: number;
      readonly row: Omit<typeof textBlocks.$inferInsert, "id" | "version"> | null;
    }[];
    readonly checklistTemplates?: readonly TemplateSave[];
    /** 申請に写し取る一覧。revision は、いまの物の次。 */
    readonly checklists?: readonly (typeof applicationChecklists.$inferInsert)[];
    /** 足す担当の決まり。 */
    readonly assignRules?: readonly (typeof assignRules.$inferInsert)[];
    readonly removedAssignRules?: readonly string[];
    /** 担当を一人決めたので、順番を進める決まり。 */
    readonly assignTurns?: readonly string[];
    /** 代決。about は、決めてよいかを見た時に二人が関わり期間の重なっていた代決の数。動いていたら断る。 */
    readonly substitutions?: readonly {
      readonly row: typeof substitutions.$inferInsert;
      readonly about: number;
    }[];
    /** 終える代決の id。もう終わっていたら断る。 */
    readonly endedSubstitutions?: readonly string[];
    /** 項目の確認。version は、いまの答えの次。 */
    readonly checkMarks?: readonly (typeof checklistMarks.$inferInsert)[];
    /** 知らせの受け方。無ければ作る（expectedVersion は 0）。 */
    readonly noticeChoices?: readonly {
      readonly expectedVersion: number;
      readonly row: Omit<typeof noticeChoices.$inferInsert, "version">;
    }[];
    /** 諦めた仕事の手当て。諦めた仕事でなければ断る。 */
    readonly settledJobs?: readonly { readonly id: number; readonly to: "waiting" | "skipped" }[];
    /** 保存した見方。 */
    readonly sharingConsents?: readonly (typeof sharingConsents.$inferInsert)[];
    readonly newApiClients?: readonly (typeof apiClients.$inferInsert)[];
    readonly apiClientChanges?: readonly {
      readonly id: string;
      readonly set: Partial<typeof apiClients.$inferInsert>;
    }[];
    readonly savedViews?: readonly (typeof savedViews.$inferInsert)[];
    /** 働き手に作らせる一覧の書出し。 */
    readonly listExports?: readonly (typeof listExports.$inferInsert)[];
    /** 消す見方。初めに開く見方にしている人からも外れる。 */
    readonly removedViews?: readonly string[];
    /** 初めに開く見方。viewId が null なら外す。 */
    readonly pin?: { readonly accountId: string; readonly viewId: string | null };
    readonly events?: readonly { readonly applicationId: string; readonly event: ApplicationEvent }[];
    /** 投資計画の確認。 */
    readonly confirmations?: ConfirmationRows;
    readonly audit: readonly AuditDraft[];
    readonly outbox?: readonly OutboxDraft[];
  };

/** 版を比べて書く物。 */
export type StaleSubject =
  | "application"
  | "section"
  | "edition"
  | "textBlock"
  | "checklist"
  | "substitution"
  | "noticeChoices"
  | "job"
  | "accessChange"
  | "plan"
  | "confirmation"
  | "publication"
  | "progressReport"
  | "survey";

export type WritePlan<R> = {
  readonly actor: ActorStamp;
  readonly at: string;
  readonly requestId: string;
  /** 同じ意図の二度目は最初の答えを返す。 */
  readonly intent?: { readonly action: string; readonly key: string };
  /** 書かないが、動いていたら断る版。 */
  readonly expects?: {
    readonly applications?: readonly { readonly id: string; readonly version: number }[];
    readonly plans?: readonly { readonly id: string; readonly version: number }[];
    /** 添付と取り除きの数の合計。動いていたら、その申請が動いたものとして断る。 */
    readonly attachments?: readonly { readonly applicationId: string; readonly facts: number }[];
    readonly confirmationAttachments?: readonly ExpectedConfirmationAttachments[];
    readonly sections?: readonly {
      readonly applicationId: string;
      readonly section: string;
      readonly version: number;
    }[];
  };
  /** 引く番号。名前 → 系列。 */
  readonly draws?: Readonly<Record<string, string>>;
  readonly rows: (numbers: Readonly<Record<string, number>>) => PlannedRows<R>;
};

export type WriteOutcome<R> =
  | { readonly kind: "applied"; readonly result: R }
  | { readonly kind: "repeated"; readonly result: R }
  | {
      readonly kind: "stale";
      readonly subject: StaleSubject;
      readonly id: string;
    };
