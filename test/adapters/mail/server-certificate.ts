/** 試験の中の SMTP の受け手の、自分で署名した証明書。 */
import { generateKeyPairSync, sign } from "node:crypto";
import * as asn1 from "asn1js";
import {
  AlgorithmIdentifier,
  Certificate,
  Extension,
  GeneralName,
  GeneralNames,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from "pkijs";
import { bufferOf } from "#app/adapters/signing/cms.ts";

const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
const SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
const algorithm = () =>
  new AlgorithmIdentifier({ algorithmId: SHA256_WITH_RSA, algorithmParams: new asn1.Null() });

/** @param address 受け手の IPv4 アドレス */
export function serverCertificate(address: string): { readonly key: string; readonly cert: string } {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const one = new Certificate({ version: 2 });
  one.serialNumber = new asn1.Integer({ value: 1 });
  one.issuer = new RelativeDistinguishedNames();
  one.subject = new RelativeDistinguishedNames();
  one.notBefore = new Time({ value: new Date("2020-01-01T00:00:00Z") });
  one.notAfter = new Time({ value: new Date("2049-01-01T00:00:00Z") });
  one.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    bufferOf(pair.publicKey.export({ type: "spki", format: "der" })),
  );
  one.signature = algorithm();
  one.signatureAlgorithm = algorithm();
  const names = new GeneralNames({
    names: [
      new GeneralName({
        type: 7,
        value: new asn1.OctetString({ valueHex: bufferOf(Uint8Array.from(address.split("."), Number)) }),
      }),
    ],
  });
  one.extensions = [
    new Extension({
      extnID: SUBJECT_ALTERNATIVE_NAME,
      critical: false,
      extnValue: names.toSchema().toBER(false),
    }),
  ];
  one.tbs = one.encodeTBS().toBER(false);
  one.signatureValue = new asn1.BitString({
    valueHex: bufferOf(sign("RSA-SHA256", Buffer.from(one.tbs), pair.privateKey)),
  });
  const base64 = Buffer.from(one.toSchema(true).toBER(false)).toString("base64");
  return {
    key: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/gu) ?? []).join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
