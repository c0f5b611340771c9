/**
 * 監査の鎖の頭に署名して、データベースの外に控える。一日に一度。
 * 控えがあれば、後でデータベースの末尾を切り取っても、古いファイルに戻しても、控えた行までは分かる。
 */
import type { AuditHeads } from "#app/adapters/audit-heads/audit-heads-port.ts";
import type { DocumentSigner } from "#app/adapters/signing/signer-port.ts";
import { auditHead, type AuditHead, HEAD_FORMAT } from "#db/audit-heads.ts";
import { treeRoot } from "#db/audit-tree.ts";
import { hashesFrom, lastAuditHead } from "#db/queries/audit-heads.ts";
import type { UseCaseContext } from "../context.ts";
import { noteInAudit } from "./note-in-audit.server.ts";

/**
 * @param day 控える日（Tokyo）。その日の控えがあれば、何もしない
 * @returns 控えた頭。控える行がないか、その日の控えがあれば null
 * @throws 署名の鍵が答えない、置き場に書けないとき（仕事としてやり直す）
 */
export async function keepAuditHead(
  context: UseCaseContext,
  tools: { readonly auditHeads: AuditHeads; readonly signer: DocumentSigner },
  day: string,
): Promise<AuditHead | null> {
  const last = lastAuditHead(context.database);
  if (last !== null && last.day >= day) return null;
  const rows = hashesFrom(context.database, (last?.to ?? 0) + 1);
  const [first, end] = [rows.at(0), rows.at(-1)];
  if (first === undefined || end === undefined) return null;
  const head: AuditHead = {
    format: HEAD_FORMAT,
    origin: context.origin,
    day,
    from: first.sequence,
    to: end.sequence,
    hash: end.hash,
    root: treeRoot(rows.map(({ hash }) => hash)),
    madeAt: context.clock.now(),
  };
  // 置いた後、残す前に倒れていれば、その時の控えがもうある。置いてある物を残す。
  const kept = auditHead.parse(
    payloadOf(await tools.auditHeads.keep(day, await tools.signer.signManifest(head))),
  );
  if (kept.from !== head.from) throw new Error(`${day} の控えが、前の控えの続きではありません。`);
  await noteInAudit(context, "audit.keepHead", { kind: "auditHead", id: day, details: { head: kept } });
  return kept;
}

const payloadOf = (jws: string): unknown =>
  JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString("utf8"));
