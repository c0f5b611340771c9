import type { X509Certificate } from "node:crypto";

/** 合わない理由。 */
export class Mismatch extends Error {}

/**
 * JWS の署名を確かめて、中身を返す。
 * @param format 中身の形の名前
 * @param authorities 信頼する認証局の証明書
 * @param at 証明書の有効期間を見る瞬間
 * @throws 署名、証明書の並び、形が合わないとき
 */
export function openSigned(
  jws: string,
  format: string,
  authorities: readonly X509Certificate[],
  at: Date,
): Readonly<Record<string, unknown>>;

/** @param pem PEM の並び */
export function certificatesIn(pem: string): readonly X509Certificate[];
