/**
 * 全部のデータを、取込みと同じ形で書き出す。ある瞬間の姿を読み続けるので、書く間にポータルを使っていてもよい。
 * 目録は最後に置くので、途中で切れた一式は目録がなく、それと分かる。
 */
import type { FileFacts, HandOverTarget } from "#app/adapters/hand-over/hand-over-port.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { storedFile } from "#app/domain/hand-over/complete-record.ts";
import { HAND_OVER_FORMAT, HAND_OVER_VERSION, type HandOverFile } from "#app/domain/hand-over/manifest.ts";
import {
  companyKeysAfter,
  companyRecords,
  planIdsAfter,
  planRecords,
  userIdsAfter,
  userRecords,
} from "#db/queries/hand-over.ts";
import { portalRows, type PortalTable, portalTables } from "#db/queries/portal-tables.ts";
import type { UseCaseContext } from "../context.ts";
import { noteInAudit } from "../operations/note-in-audit.server.ts";
import { inTurns } from "./staged-rows.ts";

const BATCH = 500;

export type ExportTools = {
  readonly context: UseCaseContext;
  readonly storage: DocumentStorage;
  readonly target: HandOverTarget;
  /** このシステムの名前。 */
  readonly madeBy: string;
  readonly progress: (path: string, rows: number) => void;
};

/** 目録に載せるファイル。ポータルだけが持つ表では、欄の名前も並べる。 */
type ListedFile = HandOverFile & { readonly columns?: readonly string[] };

export type Exported = {
  readonly files: readonly ListedFile[];
  /** 写した PDF と添付の数。 */
  readonly copied: number;
  /** 保管庫に見つからなかった中身。 */
  readonly missing: readonly string[];
};

type Reader = Parameters<typeof planRecords>[0];

/** 書く手がかり。 */
type Exporting = ExportTools & { readonly copies: Copies; readonly files: ListedFile[] };

export async function exportHandOver(tools: ExportTools): Promise<Exported> {
  const { context, target, storage } = tools;
  const exporting: Exporting = { ...tools, copies: createCopies(storage, target), files: [] };
  const madeAt = context.clock.now();
  const snapshot = context.database.openSnapshot();
  try {
    await writeCompanies(exporting, snapshot.reader);
    await writeUsers(exporting, snapshot.reader);
    await writePlans(exporting, snapshot.reader);
    for (const table of portalTables) await writeTable(exporting, snapshot.reader, table);
  } finally {
    snapshot.close();
  }
  const { files, copies } = exporting;
  await target.finish({
    format: HAND_OVER_FORMAT,
    version: HAND_OVER_VERSION,
    madeAt,
    madeBy: tools.madeBy,
    files,
  });
  await noteInAudit(context, "handOver.export", {
    kind: "handOver",
    id: "export",
    details: {
      files: files.length,
      rows: files.reduce((sum, { rows }) => sum + rows, 0),
      copied: copies.copied(),
    },
  });
  return { files, copied: copies.copied(), missing: copies.missing };
}

/** 束の記録を書き、終われば目録に載せる。 */
async function writeFile(
  { target, files, progress }: Exporting,
  path: string,
  kind: string,
  batches: Iterable<readonly object[]>,
  columns?: readonly string[],
): Promise<void> {
  const writer = await target.open(path);
  let rows = 0;
  for (const batch of batches) {
    for (const record of batch) await writer.write(record);
    rows += batch.length;
    progress(path, rows);
  }
  const entry = fileEntry(path, kind, await writer.close());
  files.push(columns === undefined ? entry : { ...entry, columns });
}

const fileEntry = (
  path: string,
  kind: string,
  { size, sha256, rows }: FileFacts & { readonly rows: number },
): HandOverFile => ({ path, kind, format: "ndjson", encoding: "utf-8", rows, size, sha256 });

/** 鍵の順に、束で読む。 */
function* keyBatches<R>(
  keysAfter: (after: string) => readonly string[],
  read: (keys: readonly string[]) => R,
): Generator<R> {
  for (let last = ""; ;) {
    const keys = keysAfter(last);
    const next = keys.at(-1);
    if (next === undefined) return;
    last = next;
    yield read(keys);
  }
}

const writeCompanies = (exporting: Exporting, reader: Reader): Promise<void> =>
  writeFile(
    exporting,
    "companies.ndjson",
    "companies",
    keyBatches(
      (after) => companyKeysAfter(reader, after, BATCH),
      (keys) => companyRecords(reader, keys),
    ),
  );

const writeUsers = (exporting: Exporting, reader: Reader): Promise<void> =>
  writeFile(
    exporting,
    "users.ndjson",
    "users",
    keyBatches(
      (after) => userIdsAfter(reader, after, BATCH),
      (ids) => userRecords(reader, ids),
    ),
  );

/** 計画・版・通知書の三つのファイルを、一度の読みで書く。 */
async function writePlans(exporting: Exporting, reader: Reader): Promise<void> {
  const { target, progress, copies, files } = exporting;
  const kinds = ["plans", "versions", "certificates"] as const;
  const [plans, versions, certificates] = await Promise.all([
    target.open("plans.ndjson"),
    target.open("versions.ndjson"),
    target.open("certificates.ndjson"),
  ]);
  let written = 0;
  const batches = keyBatches(
    (after) => planIdsAfter(reader, after, BATCH),
    (ids) => planRecords(reader, ids),
  );
  for (const batch of batches) {
    for (const one of batch) {
      await plans.write(one.plan);
      for (const version of one.versions) await versions.write(version);
      for (const certificate of one.certificates) {
        await certificates.write(certificate);
        copies.want(certificate.sha256, certificate.manifestSha256);
      }
    }
    await copies.flush();
    written += batch.length;
    progress("plans.ndjson", written);
  }
  for (const [index, writer] of [plans, versions, certificates].entries()) {
    const kind = kinds[index] ?? "plans";
    files.push(fileEntry(`${kind}.ndjson`, kind, await writer.close()));
  }
}

/** 取込みの記録の manifestSha256 は、保管庫の名前ではない。 */
const hasFiles = (table: string): boolean => table !== "hand_over_runs";

/** ポータルだけが持つ表。行の指す PDF や添付も写す。 */
async function writeTable(
  exporting: Exporting,
  reader: Reader,
  { name, columns }: PortalTable,
): Promise<void> {
  const { copies } = exporting;
  const batches = function* () {
    for (const rows of portalRows(reader, name, BATCH)) {
      for (const { sha256, manifestSha256 } of hasFiles(name) ? rows : [])
        copies.want(sha256, manifestSha256);
      yield rows;
    }
  };
  await writeFile(exporting, `portal/${name}.ndjson`, `portal:${name}`, batches(), columns);
  await copies.flush();
}

/** 一式に写すファイル。 */
type Copies = {
  want(...hashes: readonly unknown[]): void;
  /** 頼まれた分を写す。 */
  flush(): Promise<void>;
  copied(): number;
  readonly missing: string[];
};

function createCopies(storage: DocumentStorage, target: HandOverTarget): Copies {
  const wanted = new Set<string>();
  const missing: string[] = [];
  let copied = 0;
  return {
    missing,
    copied: () => copied,
    want(...hashes) {
      for (const hash of hashes) if (typeof hash === "string") wanted.add(hash);
    },
    async flush() {
      const hashes = [...wanted];
      wanted.clear();
      await inTurns(hashes, async (hash) => {
        const bytes = await storage.open(hash);
        if (bytes === null) {
          missing.push(hash);
          return;
        }
        if (await target.copy(storedFile(hash), bytes)) copied += 1;
      });
    },
  };
}
