/** PAdES（ETSI EN 319 142-1 の B-B、時刻認証局があれば B-T）と、目録の JWS。 */
import { createHash, X509Certificate } from "node:crypto";
import { cmsSignature } from "./cms.ts";
import { fillSignature, reserveSignature, signedRanges } from "./pdf-revision.ts";
import type { DocumentSigner, SigningKey } from "./signer-port.ts";
import { timeStampFrom } from "./time-stamp.server.ts";

/** 証明書のほかに、署名の値と属性が占めるバイト数。 */
const SIGNATURE_ROOM = 1_500;
/** タイムスタンプ（時刻認証局の証明書を含む）のために空けるバイト数。入らなければ、次の大きさで署名し直す。 */
const TIME_STAMP_ROOMS = [5_500, 20_000] as const;
const TIME_STAMP_TIMEOUT_MS = 10_000;

/** 鍵の装置が答えを返さないときに諦めるまで（ミリ秒）。働き手が一つの署名に捕まらないように。 */
const KEY_TIMEOUT_MS = 20_000;

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

/**
 * @param options.key 署名の鍵。最初に署名する時に一度だけ開く
 * @param options.timestampUrl 時刻認証局の URL。null なら B-B
 */
export function createDocumentSigner(options: {
  readonly key: () => Promise<SigningKey>;
  readonly timestampUrl: string | null;
}): DocumentSigner {
  let opened: Promise<SigningKey> | undefined;
  const openKey = async (): Promise<SigningKey> => {
    opened ??= options.key().then((key) => ({ ...key, sign: (message) => inTime(key.sign(message)) }));
    try {
      return await opened;
    } catch (error) {
      // 開けなかった鍵は、次に署名する時に開き直す。
      opened = undefined;
      throw error;
    }
  };
  const timestamp =
    options.timestampUrl === null ? undefined : timeStampFrom(options.timestampUrl, TIME_STAMP_TIMEOUT_MS);
  return {
    level: timestamp === undefined ? "B-B" : "B-T",
    async signPdf(pdf, { signedAt, reason }) {
      const key = await openKey();
      const certificates = key.chain.reduce((sum, der) => sum + der.byteLength, 0);
      const statement = { signedAt, reason, name: signerName(key) };
      for (const extra of timestamp === undefined ? [0] : TIME_STAMP_ROOMS) {
        const place = reserveSignature(pdf, statement, certificates + SIGNATURE_ROOM + extra);
        const hash = createHash("sha256");
        for (const range of signedRanges(place)) hash.update(range);
        const value = await cmsSignature(key, { digest: hash.digest() }, sha256, timestamp);
        const filled = fillSignature(place, value);
        if (filled !== null) return filled;
      }
      throw new Error("署名が、空けた場所に入りません。");
    },
    async signManifest(manifest) {
      const key = await openKey();
      const header = {
        alg: "RS256",
        typ: "JOSE",
        x5c: key.chain.map((der) => Buffer.from(der).toString("base64")),
      };
      const signed = [header, manifest]
        .map((part) => Buffer.from(JSON.stringify(part), "utf8").toString("base64url"))
        .join(".");
      const signature = await key.sign(Buffer.from(signed, "ascii"));
      return `${signed}.${Buffer.from(signature).toString("base64url")}`;
    },
  };
}

async function inTime(signature: Promise<Uint8Array>): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("署名の鍵が、時間内に答えません。")), KEY_TIMEOUT_MS);
  });
  try {
    return await Promise.race([signature, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** 証明書の名義（CN）。 */
function signerName({ chain }: SigningKey): string {
  const [der] = chain;
  if (der === undefined) throw new Error("署名者の証明書がありません。");
  const { subject } = new X509Certificate(Buffer.from(der));
  return /^CN=(.+)$/mu.exec(subject)?.[1] ?? subject;
}
