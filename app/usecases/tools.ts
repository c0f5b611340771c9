/** ルートがユースケースに渡す道具一式。services.server.ts が作る。 */
import type { AuditHeads } from "#app/adapters/audit-heads/audit-heads-port.ts";
import type { CompanyDirectory } from "#app/adapters/company-directory/company-directory-port.ts";
import type { Clock } from "#app/adapters/clock/clock-port.ts";
import type { EditionWork } from "#app/adapters/edition-work/edition-work-port.ts";
import type { IdentityProvider } from "#app/adapters/identity/identity-port.ts";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import type { RulebookFilePort } from "#app/adapters/rulebook-files/rulebook-files-port.ts";
import type { VirusScanner } from "#app/adapters/scan/scan-port.ts";
import type { DocumentSigner } from "#app/adapters/signing/signer-port.ts";
import type { SheetWriters, WorkbookWriter } from "#app/adapters/spreadsheet/spreadsheet-port.ts";
import type { ExportFiles } from "#app/adapters/storage/export-files-port.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import type { UploadStore } from "#app/adapters/upload/upload-store-port.ts";
import type { ScanRule } from "#app/domain/attachment/scan-state.ts";
import type { StaffAccess } from "#app/domain/access/staff-groups.ts";
import type { Database } from "#db/client.ts";
import type { RulebookLibrary } from "#db/queries/load-rulebook.ts";

export type { IdentityFault } from "#app/adapters/identity/identity-port.ts";

export type Log = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

export type ToolBox = {
  /** 公開の URL の先頭。 */
  readonly origin: string;
  readonly demo: boolean;
  /** 申請や認定の前に、認証からこの分数を過ぎていたらログインし直してもらう。 */
  readonly stepUpMinutes: number;
  /** 職員の権限の決め方。 */
  readonly staffAccess: StaffAccess;
  readonly log: Log;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly database: Database;
  readonly rulebooks: RulebookLibrary;
  readonly identity: { readonly applicant: IdentityProvider; readonly staff: IdentityProvider };
  /** 会社の事実を引く口。尋ねる順。無ければ引かない。 */
  readonly directories: readonly CompanyDirectory[];
  readonly pdf: PdfRenderer;
  readonly editionWork: EditionWork;
  readonly signer: DocumentSigner;
  /** 監査の控えの置き場。 */
  readonly auditHeads: AuditHeads;
  readonly storage: DocumentStorage;
  /** 一覧の書出しのファイル。 */
  readonly exportFiles: ExportFiles;
  /** 一覧を書き出す形。 */
  readonly spreadsheets: SheetWriters;
  /** 表計算のブックを書き出す形。 */
  readonly workbook: WorkbookWriter;
  /** 規則集のファイル。 */
  readonly rulebookFiles: RulebookFilePort;
  /** 受け取っている途中と、検査を待つファイル。 */
  readonly uploads: UploadStore;
  /** null ならウイルスの検査をしない。 */
  readonly scanner: VirusScanner | null;
  readonly scanRule: ScanRule;
  /** 届かなかったメールの知らせを受ける合言葉。null なら受けない。 */
  readonly bounceSecret: string | null;
  /** 仕事が入ったことを働き手に知らせる。 */
  readonly wakeWorker: () => void;
};
