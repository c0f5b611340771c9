/**
 * CAdES の署名（CMS SignedData、RFC 5652。署名者の証明書の指定は RFC 5035）を組み立てる。
 * 署名そのものは SigningKey が行うので、鍵がどこにあってもよい。
 */
import * as asn1 from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import type { SigningKey } from "./signer-port.ts";

const OID = {
  data: "1.2.840.113549.1.7.1",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStampToken: "1.2.840.113549.1.9.16.2.14",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha256WithRsa: "1.2.840.113549.1.1.11",
} as const;

/** 証明書は変わらないので、読み解いた物を鍵ごとに覚える。 */
const parsed = new WeakMap<SigningKey, readonly Certificate[]>();

/** DER から ArrayBuffer へ。 */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

export const sha256Identifier = (): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new asn1.Null() });

export type SignedContent = {
  /** 中身の型。省けば data。 */
  readonly type?: string;
  /** 中身の SHA-256。 */
  readonly digest: Uint8Array;
  /** 署名の中に持つ中身。省けば中身は外にある（detached）。 */
  readonly enclosed?: Uint8Array;
};

/**
 * @param digestOf SHA-256
 * @param timestamp 署名の値から、タイムスタンプ（DER）を作る。省けば付けない
 * @returns 署名。DER
 */
export async function cmsSignature(
  key: SigningKey,
  content: SignedContent,
  digestOf: (bytes: Uint8Array) => Uint8Array,
  timestamp?: (signature: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const certificates = certificatesOf(key);
  const [signer] = certificates;
  const [signerDer] = key.chain;
  if (signer === undefined || signerDer === undefined) throw new Error("署名者の証明書がありません。");
  const type = content.type ?? OID.data;
  const attributes = sorted([
    new Attribute({ type: OID.contentType, values: [new asn1.ObjectIdentifier({ value: type })] }),
    new Attribute({
      type: OID.messageDigest,
      values: [new asn1.OctetString({ valueHex: bufferOf(content.digest) })],
    }),
    new Attribute({
      type: OID.signingCertificateV2,
      values: [signingCertificate(digestOf(signerDer))],
    }),
  ]);
  const signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes });
  const signature = await key.sign(asSet(signedAttrs));
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
    digestAlgorithm: sha256Identifier(),
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: OID.sha256WithRsa,
      algorithmParams: new asn1.Null(),
    }),
    signature: new asn1.OctetString({ valueHex: bufferOf(signature) }),
  });
  if (timestamp !== undefined) {
    const token = asn1.fromBER(bufferOf(await timestamp(signature))).result;
    info.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new Attribute({ type: OID.timeStampToken, values: [token] })],
    });
  }
  const { enclosed } = content;
  const signed = new SignedData({
    version: type === OID.data ? 1 : 3,
    digestAlgorithms: [sha256Identifier()],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: type,
      ...(enclosed === undefined ? {} : { eContent: new asn1.OctetString({ valueHex: bufferOf(enclosed) }) }),
    }),
    certificates: [...certificates],
    signerInfos: [info],
  });
  const whole = new ContentInfo({
    contentType: ContentInfo.SIGNED_DATA,
    content: signed.toSchema(true),
  });
  return new Uint8Array(whole.toSchema().toBER(false));
}

function certificatesOf(key: SigningKey): readonly Certificate[] {
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const read = key.chain.map((der) => {
    const certificate = Certificate.fromBER(bufferOf(der));
    // 書く形も変わらない。署名のたびに読み解かせない。
    const written = certificate.toSchema();
    return Object.assign(certificate, { toSchema: () => written });
  });
  parsed.set(key, read);
  return read;
}

/** DER の集合は、符号の小さい順に並べる。 */
const sorted = (attributes: readonly Attribute[]): Attribute[] =>
  attributes
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER(false)) }))
    .toSorted((a, b) => Buffer.compare(a.der, b.der))
    .map(({ attribute }) => attribute);

/** 署名する形。[0] の印を、集合（SET OF）の印に替える（RFC 5652 5.4）。 */
function asSet(attributes: SignedAndUnsignedAttributes): Uint8Array {
  const bytes = new Uint8Array(attributes.toSchema().toBER(false));
  bytes[0] = 0x31;
  return bytes;
}

/** どの証明書で署名したかの指定。ハッシュは既定の SHA-256 なので、算法は書かない。 */
const signingCertificate = (certificateHash: Uint8Array): asn1.Sequence =>
  new asn1.Sequence({
    value: [
      new asn1.Sequence({
        value: [
          new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: bufferOf(certificateHash) })] }),
        ],
      }),
    ],
  });
