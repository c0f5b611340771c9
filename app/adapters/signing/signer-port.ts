/**
 * 電子署名を頼む側との約束。用例（usecases）は DocumentSigner だけを知る。
 * 鍵の在りかが変わっても（鍵ファイル、PKCS#11 の HSM、政府認証基盤 GPKI）、SigningKey を実装すれば残りは同じに動く。
 */

/** 署名の鍵。秘密鍵そのものは外に出さず、署名だけを返す。 */
export type SigningKey = {
  /** 署名者の証明書を先頭に、上位の認証局へ向かう並び。DER。 */
  readonly chain: readonly Uint8Array[];
  /** RSASSA-PKCS1-v1_5 と SHA-256 による署名。同じ文には同じ署名を返す。 */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
};

/** B-T は、時刻認証局のタイムスタンプ（RFC 3161）を含む。ETSI EN 319 142-1。 */
export type SignatureLevel = "B-B" | "B-T";

export type DocumentSigner = {
  /** この署名器が付ける署名の段。 */
  readonly level: SignatureLevel;
  /**
   * PDF の全体に PAdES の署名を付ける。
   *
   * @param bytes 署名の無い PDF
   * @param statement.signedAt 署名の日時（UTC の ISO 文字列）
   * @param statement.reason 署名の理由。署名の欄に出る
   * @throws 署名の鍵又は時刻認証局が答えないとき
   */
  signPdf(
    bytes: Uint8Array,
    statement: { readonly signedAt: string; readonly reason: string },
  ): Promise<Uint8Array>;
  /**
   * 目録（manifest）に署名する。
   *
   * @returns JWS（RFC 7515）の compact 形式。見出しに証明書の並び（x5c）を持つ
   * @throws 署名の鍵が答えないとき
   */
  signManifest(manifest: Readonly<Record<string, unknown>>): Promise<string>;
};
