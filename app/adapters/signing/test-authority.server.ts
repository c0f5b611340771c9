/**
 * デモと試験のための認証局と署名者。最初に使う時に作り、データの置き場に残す。
 * 本物と取り違えないよう、どちらの名義にも「試験用」と書く。
 */
import { createHash, generateKeyPair, type KeyObject, randomBytes, sign } from "node:crypto";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import * as asn1 from "asn1js";
import {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from "pkijs";
import { bufferOf } from "./cms.ts";
import { openKeyFile } from "./key-file.server.ts";
import type { SigningKey } from "./signer-port.ts";

const SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
const COUNTRY = "2.5.4.6";
const ORGANIZATION = "2.5.4.10";
const COMMON_NAME = "2.5.4.3";
const ORGANIZATION_NAME = "経営力向上計画 電子申請ポータル（試験用）";
const AUTHORITY_NAME = "試験用認証局（本物ではありません）";
const SIGNER_NAME = "試験用の署名者（本物ではありません）";
const VALID_YEARS = 10;
const DAY_MS = 86_400_000;

const newKeyPair = promisify(generateKeyPair);

/** 試験用の認証局の証明書（PEM）のファイル名。確かめる人が信頼の起点にする。 */
export const TEST_AUTHORITY_FILE = "test-ca.pem";

/**
 * @param folder 置き場。無ければ作る
 * @param now 証明書の始まりの瞬間（UTC の ISO 文字列）
 */
export async function openTestKey(folder: string, now: string): Promise<SigningKey> {
  const files = { key: join(folder, "test-signer.key.pem"), certificates: join(folder, "test-signer.pem") };
  if ((await stat(files.certificates).catch(() => null)) === null) await createFolder(folder, now);
  return openKeyFile(files);
}

async function createFolder(folder: string, now: string): Promise<void> {
  const [authority, signer] = await Promise.all([
    newKeyPair("rsa", { modulusLength: 2048 }),
    newKeyPair("rsa", { modulusLength: 2048 }),
  ]);
  const authorityPem = certificate(now, {
    subject: AUTHORITY_NAME,
    publicKey: authority.publicKey,
    issuerKey: authority,
    authority: true,
  });
  const signerPem = certificate(now, {
    subject: SIGNER_NAME,
    publicKey: signer.publicKey,
    issuerKey: authority,
    authority: false,
  });
  // 半分だけ出来た置き場を残さないよう、脇で作ってから名前を変える。同時に作ったら、先の物を使う。
  const aside = `${folder}.${randomBytes(6).toString("hex")}`;
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(aside, { mode: 0o700 });
  const secret = signer.privateKey.export({ type: "pkcs8", format: "pem" });
  await writeFile(join(aside, "test-signer.key.pem"), secret, { mode: 0o600 });
  await writeFile(join(aside, "test-signer.pem"), `${signerPem}${authorityPem}`);
  await writeFile(join(aside, TEST_AUTHORITY_FILE), authorityPem);
  await rename(aside, folder).catch(async (error: unknown) => {
    await rm(aside, { recursive: true, force: true });
    if ((await stat(folder).catch(() => null)) === null) throw error;
  });
}

type CertificateRequest = {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly issuerKey: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly authority: boolean;
};

function certificate(now: string, request: CertificateRequest): string {
  const begins = Date.parse(now) - DAY_MS;
  const one = new Certificate({ version: 2 });
  one.serialNumber = new asn1.Integer({ valueHex: bufferOf(Uint8Array.from([1, ...randomBytes(15)])) });
  one.issuer = nameOf(AUTHORITY_NAME);
  one.subject = nameOf(request.subject);
  one.notBefore = new Time({ value: new Date(begins) });
  one.notAfter = new Time({ value: new Date(begins + VALID_YEARS * 365 * DAY_MS) });
  one.subjectPublicKeyInfo = keyInfo(request.publicKey);
  one.signature = sha256WithRsa();
  one.signatureAlgorithm = sha256WithRsa();
  one.extensions = extensionsOf(request);
  one.tbs = one.encodeTBS().toBER(false);
  one.signatureValue = new asn1.BitString({
    valueHex: bufferOf(sign("RSA-SHA256", Buffer.from(one.tbs), request.issuerKey.privateKey)),
  });
  const base64 = Buffer.from(one.toSchema(true).toBER(false)).toString("base64");
  const lines = base64.match(/.{1,64}/gu) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

const sha256WithRsa = (): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithmId: SHA256_WITH_RSA, algorithmParams: new asn1.Null() });

/** 国、組織、名前を、別々の段に並べる。 */
const nameOf = (common: string): RelativeDistinguishedNames => {
  const parts = [
    [COUNTRY, new asn1.PrintableString({ value: "JP" })],
    [ORGANIZATION, new asn1.Utf8String({ value: ORGANIZATION_NAME })],
    [COMMON_NAME, new asn1.Utf8String({ value: common })],
  ] as const;
  const name = new asn1.Sequence({
    value: parts.map(
      ([type, value]) =>
        new asn1.Set({
          value: [new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: type }), value] })],
        }),
    ),
  });
  return RelativeDistinguishedNames.fromBER(name.toBER(false));
};

const keyInfo = (key: KeyObject): PublicKeyInfo =>
  PublicKeyInfo.fromBER(bufferOf(key.export({ type: "spki", format: "der" })));

const keyIdentifier = (key: KeyObject): ArrayBuffer =>
  bufferOf(
    createHash("sha1")
      .update(Buffer.from(keyInfo(key).subjectPublicKey.valueBlock.valueHexView))
      .digest(),
  );

/** 鍵の使い道。認証局は証明書への署名（5）と失効（6）、署名者は署名（0）と否認防止（1）。 */
function extensionsOf({ authority, publicKey, issuerKey }: CertificateRequest): Extension[] {
  const usage = authority ? [0b0000_0110, 1] : [0b1100_0000, 6];
  const extension = (extnID: string, critical: boolean, value: ArrayBuffer) =>
    new Extension({ extnID, critical, extnValue: value });
  return [
    extension(
      "2.5.29.19",
      true,
      new BasicConstraints(authority ? { cA: true, pathLenConstraint: 0 } : {}).toSchema().toBER(false),
    ),
    extension(
      "2.5.29.15",
      true,
      new asn1.BitString({
        valueHex: bufferOf(Uint8Array.of(usage[0] ?? 0)),
        unusedBits: usage[1] ?? 0,
      }).toBER(false),
    ),
    extension("2.5.29.14", false, new asn1.OctetString({ valueHex: keyIdentifier(publicKey) }).toBER(false)),
    extension(
      "2.5.29.35",
      false,
      new asn1.Sequence({
        value: [
          new asn1.Primitive({
            idBlock: { tagClass: 3, tagNumber: 0 },
            valueHex: keyIdentifier(issuerKey.publicKey),
          }),
        ],
      }).toBER(false),
    ),
  ];
}
