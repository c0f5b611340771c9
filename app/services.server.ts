/** 組立て。外の物はここで一度だけ作り、getLoadContext でルートへ渡す（DESIGN §4.12）。 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { createAuditHeads } from "./adapters/audit-heads/audit-heads-folder.server.ts";
import type { Clock } from "./adapters/clock/clock-port.ts";
import { systemClock } from "./adapters/clock/system-clock.server.ts";
import type { CompanyDirectory } from "./adapters/company-directory/company-directory-port.ts";
import { createGbizinfoDirectory } from "./adapters/company-directory/gbizinfo-directory.server.ts";
import { guardDirectory } from "./adapters/company-directory/guarded-directory.server.ts";
import { createNtaDirectory } from "./adapters/company-directory/nta-directory.server.ts";
import { createEditionWork } from "./adapters/edition-work/edition-work.server.ts";
import type { IdentityProvider } from "./adapters/identity/identity-port.ts";
import { tokyoDay } from "./domain/calendar/tokyo.ts";
import { BULK_AT_ONCE } from "./usecases/operations/bulk-lane.server.ts";
import type { ToolBox } from "./usecases/tools.ts";
import {
  createOpenIdIdentity,
  gbizidScopes,
  staffScopes,
} from "./adapters/identity/openid-identity.server.ts";
import type { Mailer } from "./adapters/mail/mailer-port.ts";
import { createKeptMailer, createSmtpMailer } from "./adapters/mail/nodemailer.server.ts";
import { createPdfRenderer } from "./adapters/pdf/pdf-renderer.server.ts";
import { createDocumentSigner } from "./adapters/signing/document-signer.server.ts";
import { openKeyFile } from "./adapters/signing/key-file.server.ts";
import { openTestKey } from "./adapters/signing/test-authority.server.ts";
import { createClamdScanner } from "./adapters/scan/clamd-scanner.server.ts";
import { createRulebookFiles } from "./adapters/rulebook-files/rulebook-files.server.ts";
import { readWorkbook } from "./adapters/spreadsheet/read-workbook.server.ts";
import { writeCsv } from "./adapters/spreadsheet/write-csv.ts";
import { writeWorkbook, writeXlsx } from "./adapters/spreadsheet/write-xlsx.ts";
import { createExportFiles } from "./adapters/storage/export-files.server.ts";
import { createDiskStorage } from "./adapters/storage/disk-storage.server.ts";
import { createDiskUploadStore } from "./adapters/upload/disk-upload-store.server.ts";
import type { Config, IssuerConfig } from "./config.server.ts";
import { openDatabase } from "#db/client.ts";
import { createRulebookLibrary } from "#db/queries/load-rulebook.ts";

export type Services = ToolBox & {
  readonly config: Config;
  readonly log: Logger;
  readonly mailer: Mailer;
  /** 大勢に送る列のメール。接続を使い回す。 */
  readonly bulkMailer: Mailer;
  /** 仕事が入ったときに呼ぶものを、働き手が決める。 */
  onWork(wake: () => void): void;
  close(): Promise<void>;
};

/** 試験用の認証局と署名者の置き場。 */
export const testSigningFolder = (dataDir: string): string => join(dataDir, "signing");

export const databaseFile = (dataDir: string): string => join(dataDir, "portal.sqlite");

/** 模擬の発行者の置き場。 */
export const demoIssuers = (origin: string) => ({
  gbizid: {
    issuer: `${origin}/demo-idp/gbizid/oauth/`,
    clientId: "keieiryoku-portal",
    clientSecret: "demo-applicant-secret",
  },
  staff: {
    issuer: `${origin}/demo-idp/staff/`,
    clientId: "keieiryoku-portal-staff",
    clientSecret: "demo-staff-secret",
  },
});

/** 模擬の法人インフォメーションと国税庁の口。 */
export const demoDirectories = (origin: string) => ({
  gbizinfo: { baseUrl: `${origin}/demo-directory/hojin`, token: "demo-directory-token" },
  nta: { baseUrl: `${origin}/demo-directory/nta/4`, applicationId: "demo-application" },
});

/**
 * @param options.origin 公開の URL の先頭（待ち受けた後に決まる）
 * @param options.pdfWorker PDF の働き手のファイル。null なら同じ糸の中で作る
 * @param options.editionWorker 規則集の版の働き手のファイル。null なら同じ糸の中で計算する
 * @param options.clock 試験のときだけ差し替える
 */
export function createServices(
  config: Config,
  options: {
    readonly origin: string;
    readonly pdfWorker: string | null;
    readonly editionWorker: string | null;
    readonly clock?: Clock;
  },
): Services {
  const clock = options.clock ?? systemClock;
  const log = pino({
    level: config.logLevel,
    redact: ["req.headers.cookie", "req.headers.authorization", "*.codeVerifier"],
  });
  const database = openDatabase(databaseFile(config.dataDir));
  const redirectUri = `${options.origin}/auth/callback`;
  const demo = demoIssuers(options.origin);
  const provider = (kind: "applicant" | "staff", given: IssuerConfig | null): IdentityProvider => {
    const issuer = given ?? (kind === "applicant" ? demo.gbizid : demo.staff);
    return createOpenIdIdentity({
      kind,
      ...issuer,
      redirectUri,
      scopes: kind === "applicant" ? gbizidScopes : staffScopes,
      publicOrigin: options.origin,
      timeoutMs: 10_000,
      allowInsecure: isLoopback(issuer.issuer),
      clock,
    });
  };
  const mailer = mailerOf(config);
  const bulkMailer = mailerOf(config, BULK_AT_ONCE);
  const pdf =
    options.pdfWorker === null
      ? createPdfRenderer({ threads: 0 })
      : createPdfRenderer({ threads: 1, workerFile: options.pdfWorker });
  const editionWork = createEditionWork(options.editionWorker);
  const { keyFiles, timestampUrl } = config.signing;
  const signer = createDocumentSigner({
    key: () =>
      keyFiles === null ? openTestKey(testSigningFolder(config.dataDir), clock.now()) : openKeyFile(keyFiles),
    timestampUrl,
  });
  const rulebooks = createRulebookLibrary(database);
  let wake: () => void = () => undefined;
  return {
    config,
    origin: options.origin,
    demo: config.demo,
    stepUpMinutes: config.stepUpMinutes,
    staffAccess: config.staffAccess,
    log,
    clock,
    newId: randomUUID,
    database,
    rulebooks,
    identity: { applicant: provider("applicant", config.gbizid), staff: provider("staff", config.staff) },
    mailer,
    bulkMailer,
    directories: directoriesIn(config, options.origin, () => {
      const loaded = rulebooks.on(tokyoDay(clock.now()));
      return loaded?.rulebook.prefectures ?? new Map<string, { readonly name: string }>();
    }),
    pdf,
    editionWork,
    signer,
    spreadsheets: { csv: writeCsv, xlsx: writeXlsx },
    workbook: writeWorkbook,
    rulebookFiles: createRulebookFiles(readWorkbook),
    auditHeads: createAuditHeads(config.auditHeadsDir),
    storage: createDiskStorage(join(config.dataDir, "files")),
    exportFiles: createExportFiles(join(config.dataDir, "exports")),
    uploads: createDiskUploadStore(join(config.dataDir, "quarantine")),
    scanner: config.clamd === null ? null : createClamdScanner(config.clamd),
    scanRule: config.attachmentScan,
    bounceSecret: config.bounceSecret,
    wakeWorker: () => wake(),
    onWork(callback) {
      wake = callback;
    },
    async close() {
      mailer.close();
      bulkMailer.close();
      await pdf.close();
      await editionWork.close();
      database.close();
    },
  };
}

/** 画面が一つの口を待つ時間。 */
const DIRECTORY_TIMEOUT_MS = 2_000;
const DIRECTORY_GUARD = { failures: 5, restMs: 60_000, timeoutMs: DIRECTORY_TIMEOUT_MS };

function directoriesIn(
  { directory }: Config,
  origin: string,
  prefectures: () => ReadonlyMap<string, { readonly name: string }>,
): readonly CompanyDirectory[] {
  const given = directory.embedded ? demoDirectories(origin) : directory;
  const timeoutMs = DIRECTORY_TIMEOUT_MS;
  return [
    ...(given.gbizinfo === null
      ? []
      : [createGbizinfoDirectory({ ...given.gbizinfo, timeoutMs, prefectures })]),
    ...(given.nta === null ? [] : [createNtaDirectory({ ...given.nta, timeoutMs })]),
  ].map((one) => guardDirectory(one, DIRECTORY_GUARD));
}

function mailerOf(config: Config, connections?: number): Mailer {
  const { smtpUrl, mailFrom, smtpCaFile, dkim } = config;
  if (smtpUrl === null) return createKeptMailer(join(config.dataDir, "mail"), mailFrom);
  const settings = {
    url: smtpUrl,
    from: mailFrom,
    ca: smtpCaFile === null ? null : readFileSync(smtpCaFile, "utf8"),
    dkim:
      dkim === null
        ? null
        : {
            domain: dkim.domain,
            selector: dkim.selector,
            privateKey: readFileSync(dkim.keyFile, "utf8"),
          },
  };
  return createSmtpMailer(settings, connections);
}

const isLoopback = (url: string): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
