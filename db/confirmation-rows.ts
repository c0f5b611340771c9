/** 書込みの計画のうち、投資計画の確認の行。 */
import type { ConfirmationEvent } from "#app/domain/confirmation/state.ts";
import type {
  confirmationAttachmentRemovals,
  confirmationAttachments,
  confirmationDocuments,
  confirmationDownloads,
  confirmationFiledAttachments,
  confirmationFilings,
  confirmationLetters,
  confirmations,
} from "./schema/index.ts";

export type ConfirmationRows = {
  readonly created?: readonly (typeof confirmations.$inferInsert)[];
  /** 版が動いていたら断る。 */
  readonly changes?: readonly {
    readonly id: string;
    readonly expectedVersion: number;
    readonly set: Partial<typeof confirmations.$inferInsert>;
  }[];
  readonly filings?: readonly (typeof confirmationFilings.$inferInsert)[];
  readonly events?: readonly { readonly confirmationId: string; readonly event: ConfirmationEvent }[];
  readonly attachments?: readonly (typeof confirmationAttachments.$inferInsert)[];
  /** もう取り除かれている添付は、最初の一件のまま。 */
  readonly removals?: readonly (typeof confirmationAttachmentRemovals.$inferInsert)[];
  readonly filedAttachments?: readonly (typeof confirmationFiledAttachments.$inferInsert)[];
  readonly letters?: readonly (typeof confirmationLetters.$inferInsert)[];
  readonly documents?: readonly (typeof confirmationDocuments.$inferInsert)[];
  readonly downloads?: readonly Omit<typeof confirmationDownloads.$inferInsert, "id">[];
  /** 計画が使う確認書。holder は、読んだ時に使っていた申請。動いていたら断る。 */
  readonly uses?: readonly {
    readonly confirmationId: string;
    readonly applicationId: string;
    readonly holder: string | null;
  }[];
};

/** 書かないが、動いていたら断る、添付と取り除きの数の合計。 */
export type ExpectedConfirmationAttachments = {
  readonly confirmationId: string;
  readonly facts: number;
};
