/** PDF の作成を頼む側との約束。用例（usecases）はこの型だけを知る。 */
import type { MissingCharacter } from "#app/domain/certification/unprintable.ts";
import type { Result } from "#app/domain/result.ts";

export type RenderedPdf = {
  readonly bytes: Uint8Array;
  /** bytes の SHA-256。小文字の16進64桁。 */
  readonly sha256: string;
  readonly pages: number;
  /** 保存するときのファイル名。 */
  readonly fileName: string;
};

/** PDF を作れなかった理由。 */
export type PdfFault =
  | { readonly kind: "unknownTemplate"; readonly templateId: string }
  | {
      readonly kind: "invalidData";
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    }
  | {
      /** どの書体にも字形が無い文字。利用者に文字を示して断る。 */
      readonly kind: "missingGlyphs";
      readonly characters: readonly MissingCharacter[];
    }
  | { readonly kind: "renderFailed"; readonly message: string };

export type RenderOptions = {
  /** PDF に記す作成日時。UTC の ISO 文字列。同じ値と同じデータからは同じバイト列ができる。 */
  readonly createdAt: string;
};

export type RenderOutcome = Result<RenderedPdf, PdfFault>;

export interface PdfRenderer {
  /**
   * @param templateId 帳票の版。例: "certification-notice/v1"
   * @param data 帳票の値。版の schema で検査する。
   */
  render(templateId: string, data: unknown, options: RenderOptions): Promise<RenderOutcome>;
  /**
   * 描かずに、文字だけを確かめる。
   * @returns text のうち、どの書体にも字形の無い文字。現れた順、重複なし
   * @throws 書体を読めないとき
   */
  missingCharacters(text: string): Promise<readonly MissingCharacter[]>;
  /** 作業中のものを待って終わる。 */
  close(): Promise<void>;
}
