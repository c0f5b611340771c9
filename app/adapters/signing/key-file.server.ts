/** 鍵ファイルによる署名の鍵。デモと、小さな運用のため。HSM や GPKI では、同じ SigningKey を別に実装する。 */
import { createPrivateKey, createPublicKey, sign, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { SigningKey } from "./signer-port.ts";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;

const signWith = promisify<string, Uint8Array, ReturnType<typeof createPrivateKey>, Buffer>(sign);

/**
 * @param files.key 秘密鍵（PEM、RSA）
 * @param files.certificates 署名者の証明書を先頭にした並び（PEM）
 * @throws 読めない、RSA でない、鍵と証明書が対でないとき
 */
export async function openKeyFile(files: {
  readonly key: string;
  readonly certificates: string;
}): Promise<SigningKey> {
  const [keyText, certificateText] = await Promise.all([
    readFile(files.key, "utf8"),
    readFile(files.certificates, "utf8"),
  ]);
  const privateKey = createPrivateKey(keyText);
  if (privateKey.asymmetricKeyType !== "rsa") throw new Error("署名の鍵は RSA にしてください。");
  const certificates = (certificateText.match(CERTIFICATE) ?? []).map((pem) => new X509Certificate(pem));
  const [signer] = certificates;
  if (signer === undefined) throw new Error(`${files.certificates} に証明書がありません。`);
  if (!signer.publicKey.equals(createPublicKey(privateKey)))
    throw new Error("署名の鍵と、署名者の証明書が対ではありません。");
  return {
    chain: certificates.map(({ raw }) => raw),
    sign: (message) => signWith("RSA-SHA256", message, privateKey),
  };
}
