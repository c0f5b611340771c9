/**
 * 監査の一行が、控えた時のままであることを、ポータルにもほかの行にも触れずに確かめる。要るのは Node 20 以上と check-manifest.mjs だけ。
 *   node check-audit.mjs 証明.json --ca 信頼する認証局.pem [--at 2027-01-01T00:00:00Z]
 * 証明は npm run -s audit:verify -- --prove 番号 が作る。
 * 終了コード: 0 合っている、1 合わない、2 引数の誤り。
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { certificatesIn, Mismatch, openSigned } from "./check-manifest.mjs";

const HEAD = "keieiryoku-audit-head/v1";
const usage = "使い方: node check-audit.mjs 証明.json --ca 認証局.pem [--at 瞬間]";
const FIELDS = [
  "action",
  "actorId",
  "actorName",
  "actorRole",
  "at",
  "details",
  "previousHash",
  "requestId",
  "subjectId",
  "subjectKind",
];

/** 鍵の順に依らない JSON。 */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

const sha256 = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest();

function check({ row, path, head: jws }, authorities, at) {
  const head = openSigned(jws, HEAD, authorities, at);
  const content = Object.fromEntries(FIELDS.map((name) => [name, row[name]]));
  if (sha256(canonical(content)).toString("hex") !== row.hash)
    throw new Mismatch(`番号${row.sequence}の中身が、行のハッシュと合いません。`);
  let node = sha256(Uint8Array.of(0), Buffer.from(row.hash, "hex"));
  for (const { side, hash } of path) {
    const other = Buffer.from(hash, "hex");
    node = side === "left" ? sha256(Uint8Array.of(1), other, node) : sha256(Uint8Array.of(1), node, other);
  }
  if (node.toString("hex") !== head.root)
    throw new Mismatch(`番号${row.sequence}の行が、${String(head.day)}の控えと合いません。`);
  return { day: head.day, origin: head.origin, signer: head.signer, row };
}

function main(args) {
  let given;
  try {
    const options = { ca: { type: "string" }, at: { type: "string" } };
    given = parseArgs({ args, options, allowPositionals: true });
  } catch {
    given = { positionals: [], values: {} };
  }
  const { positionals, values } = given;
  const at = new Date(values.at ?? new Date().toISOString());
  if (positionals.length !== 1 || values.ca === undefined || Number.isNaN(at.getTime())) {
    console.error(usage);
    return 2;
  }
  try {
    const [proof, ca] = [positionals[0], values.ca].map((file) => readFileSync(file, "utf8"));
    console.log(
      JSON.stringify({ verdict: "matches", ...check(JSON.parse(proof), certificatesIn(ca), at) }, null, 2),
    );
    return 0;
  } catch (error) {
    console.log(JSON.stringify({ verdict: "mismatch", reason: error.message }, null, 2));
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
