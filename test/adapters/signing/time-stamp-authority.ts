/** 試験の中の時刻認証局。本物の口（HTTP）で、RFC 3161 の答えを返す。 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as asn1 from "asn1js";
import {
  ContentInfo,
  MessageImprint,
  PKIStatus,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { bufferOf, cmsSignature } from "#app/adapters/signing/cms.ts";
import type { SigningKey } from "#app/adapters/signing/signer-port.ts";

/** 答えの崩し方。 */
export type Misbehaviour = "none" | "refuses" | "otherNonce" | "otherMessage" | "error500" | "silent";

export type TimeStampAuthority = { readonly url: string; close(): Promise<void> };

const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const digestOf = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

export async function startTimeStampAuthority(
  key: SigningKey,
  misbehaviour: Misbehaviour = "none",
): Promise<TimeStampAuthority> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (misbehaviour === "silent") return;
      if (misbehaviour === "error500") return void response.writeHead(500).end();
      void reply(key, Buffer.concat(parts), misbehaviour).then((body) =>
        response.writeHead(200, { "Content-Type": "application/timestamp-reply" }).end(body),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function reply(key: SigningKey, body: Buffer, misbehaviour: Misbehaviour): Promise<Buffer> {
  if (misbehaviour === "refuses") {
    const refused = new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) });
    return Buffer.from(refused.toSchema().toBER(false));
  }
  const request = TimeStampReq.fromBER(bufferOf(body));
  const { hashAlgorithm } = request.messageImprint;
  const asked = request.messageImprint.hashedMessage;
  const info = new TSTInfo({
    version: 1,
    policy: "1.2.3.4.1",
    messageImprint: new MessageImprint({
      hashAlgorithm,
      hashedMessage:
        misbehaviour === "otherMessage"
          ? new asn1.OctetString({ valueHex: bufferOf(Buffer.alloc(32, 7)) })
          : asked,
    }),
    serialNumber: new asn1.Integer({ value: 1 }),
    genTime: new Date("2026-11-20T00:00:05Z"),
    ...(misbehaviour === "otherNonce" || request.nonce === undefined
      ? { nonce: new asn1.Integer({ value: 5 }) }
      : { nonce: request.nonce }),
  });
  const enclosed = new Uint8Array(info.toSchema().toBER(false));
  const token = await cmsSignature(key, { type: TST_INFO, digest: digestOf(enclosed), enclosed }, digestOf);
  const granted = new TimeStampResp({
    status: new PKIStatusInfo({ status: PKIStatus.granted }),
    timeStampToken: ContentInfo.fromBER(bufferOf(token)),
  });
  return Buffer.from(granted.toSchema().toBER(false));
}
