/**
 * 認定通知書を、ポータルに尋ねずに確かめる。要るのは Node 20 以上だけで、このファイル一つを写して使える。
 *   node check-manifest.mjs 認定通知書.pdf 認定通知書.jws --ca 信頼する認証局.pem [--at 2027-01-01T00:00:00Z]
 * 確かめること: 目録の署名が、信頼する認証局の証明書による有効なものか。PDF のバイト列が目録と一つも違わないか。
 * 分からないこと: 後の訂正と取消し（ポータルの /verify に尋ねる）。
 * 終了コード: 0 合っている、1 合わない、2 引数の誤り。
 */
import { createHash, verify, X509Certificate } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const FORMAT = "keieiryoku-certificate/v1";
const usage = "使い方: node check-manifest.mjs 通知書.pdf 通知書.jws --ca 認証局.pem [--at 瞬間]";

/** 合わない理由。 */
export class Mismatch extends Error {}

const decoded = (part) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));

/** 証明書の並びが、隣の上位に署名され、信頼する認証局で終わることを確かめ、署名者の証明書を返す。 */
function trustedSigner(chain, authorities, at) {
  const [signer, ...uppers] = chain.map((base64) => new X509Certificate(Buffer.from(base64, "base64")));
  if (signer === undefined) throw new Mismatch("目録に、署名者の証明書がありません。");
  if (signer.ca) throw new Mismatch("署名者の証明書が、認証局のものです。");
  let lower = signer;
  for (;;) {
    if (at < new Date(lower.validFrom) || at > new Date(lower.validTo))
      throw new Mismatch(`証明書の有効期間の外です: ${lower.subject.replaceAll("\n", ", ")}`);
    const issuedBy = (upper) => upper.ca && lower.checkIssued(upper) && lower.verify(upper.publicKey);
    if (authorities.some((one) => one.fingerprint256 === lower.fingerprint256 || issuedBy(one)))
      return signer;
    const upper = uppers.shift();
    if (upper === undefined || !issuedBy(upper))
      throw new Mismatch("証明書が、信頼する認証局につながりません。");
    lower = upper;
  }
}

/** 署名を確かめた中身。 */
export function openSigned(jws, format, authorities, at) {
  const [header, payload, signature, ...rest] = jws.trim().split(".");
  if (signature === undefined || rest.length > 0) throw new Mismatch("目録が JWS の形ではありません。");
  const { alg, x5c, crit } = decoded(header);
  if (alg !== "RS256" || crit !== undefined || !Array.isArray(x5c))
    throw new Mismatch("目録の署名の方式を、この道具は知りません。");
  const signer = trustedSigner(x5c, authorities, at);
  const signed = Buffer.from(`${header}.${payload}`, "ascii");
  if (!verify("RSA-SHA256", signed, signer.publicKey, Buffer.from(signature, "base64url")))
    throw new Mismatch("目録の署名が合いません。");
  const content = decoded(payload);
  if (content.format !== format) throw new Mismatch(`目録の形 ${content.format} を、この道具は知りません。`);
  return { ...content, signer: signer.subject.replaceAll("\n", ", ") };
}

function check(pdf, jws, authorities, at) {
  const manifest = openSigned(jws, FORMAT, authorities, at);
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  if (pdf.length !== manifest.pdf.size || sha256 !== manifest.pdf.sha256)
    throw new Mismatch("PDF のバイト列が、目録と違います。");
  return manifest;
}

export function certificatesIn(pem) {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return found.map((one) => new X509Certificate(one));
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
  if (positionals.length !== 2 || values.ca === undefined || Number.isNaN(at.getTime())) {
    console.error(usage);
    return 2;
  }
  try {
    const [pdf, jws, ca] = [positionals[0], positionals[1], values.ca].map((file) => readFileSync(file));
    const manifest = check(pdf, jws.toString("ascii"), certificatesIn(ca.toString("utf8")), at);
    console.log(JSON.stringify({ verdict: "matches", ...manifest }, null, 2));
    return 0;
  } catch (error) {
    console.log(JSON.stringify({ verdict: "mismatch", reason: error.message }, null, 2));
    return 1;
  }
}

// check-audit.mjs からは、部品としてだけ読まれる。
if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = main(process.argv.slice(2));
