/** 時刻認証局（TSA）にタイムスタンプを求める。RFC 3161。 */
import { createHash, randomBytes } from "node:crypto";
import * as asn1 from "asn1js";
import { MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from "pkijs";
import { bufferOf, sha256Identifier } from "./cms.ts";

/** 認める答え。0 は granted、1 は grantedWithMods。 */
const GRANTED: readonly number[] = [0, 1];

/**
 * @param url 時刻認証局の URL
 * @param timeoutMs 待つ時間（ミリ秒）
 * @returns 文（署名の値）から、そのタイムスタンプ（DER）を作る関数。答えが無い、合わないときは投げる
 */
export const timeStampFrom =
  (url: string, timeoutMs: number) =>
  async (message: Uint8Array): Promise<Uint8Array> => {
    const digest = createHash("sha256").update(message).digest();
    // 負の数にならないよう、先頭のビットを落とす。
    const nonce = Uint8Array.from([0x01, ...randomBytes(15)]);
    const request = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({
        hashAlgorithm: sha256Identifier(),
        hashedMessage: new asn1.OctetString({ valueHex: bufferOf(digest) }),
      }),
      nonce: new asn1.Integer({ valueHex: bufferOf(nonce) }),
      certReq: true,
    });
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/timestamp-query", Accept: "application/timestamp-reply" },
      body: new Uint8Array(request.toSchema().toBER(false)),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`時刻認証局が ${response.status} と答えました。`);
    const reply = TimeStampResp.fromBER(await response.arrayBuffer());
    if (!GRANTED.includes(reply.status.status) || reply.timeStampToken === undefined)
      throw new Error(`時刻認証局が、タイムスタンプを断りました（状態 ${reply.status.status}）。`);
    const token = reply.timeStampToken;
    const content = new SignedData({ schema: token.content as asn1.Sequence }).encapContentInfo.eContent;
    if (content === undefined) throw new Error("タイムスタンプに中身がありません。");
    const stamped = TSTInfo.fromBER(bufferOf(octetsOf(content)));
    if (!digest.equals(octetsOf(stamped.messageImprint.hashedMessage)))
      throw new Error("タイムスタンプが、別の物に付いています。");
    if (stamped.nonce === undefined || !Buffer.from(nonce).equals(integerBytes(stamped.nonce)))
      throw new Error("タイムスタンプが、この求めへの答えではありません。");
    return new Uint8Array(token.toSchema().toBER(false));
  };

/** 分けて符号化された列も、つなげて読む。 */
const octetsOf = (octets: asn1.OctetString): Uint8Array => new Uint8Array(octets.getValue());

const integerBytes = (integer: asn1.Integer): Uint8Array => integer.valueBlock.valueHexView;
