/**
 * 監査の鎖を先頭から末尾まで調べ、外に控えた頭（AUDIT_HEADS_DIR）と照らす。最初の合わない行の番号を示す。
 *   npm run -s audit:verify [-- --ca 認証局.pem] [--heads 置き場] [--at 瞬間]
 *   npm run -s audit:verify -- --prove 1234 > 証明.json
 * 終了コード: 0 合っている、1 合わない、2 引数の誤り。
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { X509Certificate } from "node:crypto";
import { createAuditHeads } from "#app/adapters/audit-heads/audit-heads-folder.server.ts";
import { TEST_AUTHORITY_FILE } from "#app/adapters/signing/test-authority.server.ts";
import { databaseFile, testSigningFolder } from "#app/services.server.ts";
import { type AuditHead, auditHead, HEAD_FORMAT, headChecker } from "#db/audit-heads.ts";
import { treePath } from "#db/audit-tree.ts";
import { type Database, openDatabase } from "#db/client.ts";
import { auditRow, hashesFrom, notedAuditHeads } from "#db/queries/audit-heads.ts";
import { verifyAuditChain } from "#db/queries/verify-audit-chain.ts";
import { certificatesIn, openSigned } from "./check-manifest.mjs";
import { CommandRefusal, commandConfig, runCommand, say, warn } from "./command.ts";

const usage =
  "使い方: npm run -s audit:verify [-- --ca 認証局.pem] [--heads 置き場] [--at 瞬間]\n" +
  "        npm run -s audit:verify -- --prove 行の番号";

/** 控えと、そのファイルの中身。 */
type KeptHead = { readonly head: AuditHead; readonly jws: string };

function argumentsOf(args: string[]) {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { ca: text, heads: text, prove: text, at: text } });
    const at = new Date(values.at ?? Date.now());
    const numbered = values.prove === undefined || /^[1-9]\d{0,14}$/u.test(values.prove);
    if (numbered && !Number.isNaN(at.getTime())) return { ...values, at };
  } catch {
    // 知らない引数も、番号でない番号と同じに断る。
  }
  throw new CommandRefusal(usage, 2);
}

/** 署名の合う控えと、合わない控えの日。 */
function readHeads(
  files: readonly { readonly day: string; readonly jws: string }[],
  authorities: readonly X509Certificate[],
  at: Date,
) {
  const kept: KeptHead[] = [];
  const unsigned: { readonly day: string; readonly reason: string }[] = [];
  for (const { day, jws } of files)
    try {
      const head = auditHead.parse(openSigned(jws, HEAD_FORMAT, authorities, at));
      if (head.day !== day) throw new Error(`ファイルの名前と、控えの日（${head.day}）が違います。`);
      kept.push({ head, jws });
    } catch (error) {
      unsigned.push({ day, reason: error instanceof Error ? error.message : String(error) });
    }
  return { kept, unsigned };
}

async function verify(
  database: Database,
  kept: readonly KeptHead[],
  unsigned: readonly object[],
): Promise<void> {
  const heads = headChecker(kept.map(({ head }) => head));
  const chain = await verifyAuditChain(database, { heads, pageSize: 5_000 });
  const days = new Set(kept.map(({ head }) => head.day));
  const missing = notedAuditHeads(database).filter(({ day }) => !days.has(day));
  const faults = chain.broken === null ? heads.faults() : heads.faults().filter(({ kind }) => kind !== "cut");
  const intact =
    chain.broken === null && faults.length === 0 && missing.length === 0 && unsigned.length === 0;
  say(
    JSON.stringify(
      {
        verdict: intact ? "intact" : "broken",
        rows: chain.rows,
        head: chain.head,
        keptHeads: kept.length,
        firstBadRow: chain.broken,
        badHeads: faults,
        unsignedHeads: unsigned,
        missingHeads: missing.map(({ day }) => day),
      },
      null,
      2,
    ),
  );
  if (!intact) process.exitCode = 1;
}

/** 一行の、控えまでの道を添えた証明。 */
function prove(database: Database, kept: readonly KeptHead[], sequence: number): void {
  const row = auditRow(database, sequence);
  if (row === undefined) throw new CommandRefusal(`番号${sequence}の行がありません。`);
  const found = kept.find(({ head }) => head.from <= sequence && sequence <= head.to);
  if (found === undefined)
    throw new CommandRefusal(`番号${sequence}の行は、まだ外に控えていません。次の日の控えを待ってください。`);
  const { from, to } = found.head;
  const rows = hashesFrom(database, from, to);
  const index = rows.findIndex((one) => one.sequence === sequence);
  const path = treePath(
    rows.map(({ hash }) => hash),
    index,
  );
  say(JSON.stringify({ row, path, head: found.jws }, null, 2));
}

await runCommand(async () => {
  const given = argumentsOf(process.argv.slice(2));
  const config = commandConfig();
  const file = databaseFile(config.dataDir);
  if (!existsSync(file)) throw new CommandRefusal(`${file} がありません。DATA_DIR を確かめてください。`);
  const { keyFiles } = config.signing;
  const authority =
    given.ca ?? keyFiles?.certificates ?? join(testSigningFolder(config.dataDir), TEST_AUTHORITY_FILE);
  const authorities = certificatesIn(await readFile(authority, "utf8").catch(() => ""));
  const files = await createAuditHeads(given.heads ?? config.auditHeadsDir).list();
  if (files.length === 0) warn("控えがまだありません。鎖のつながりだけを調べます。");
  const { kept, unsigned } = readHeads(files, authorities, given.at);
  const database = openDatabase(file);
  try {
    if (given.prove === undefined) await verify(database, kept, unsigned);
    else prove(database, kept, Number(given.prove));
  } finally {
    database.close();
  }
});
