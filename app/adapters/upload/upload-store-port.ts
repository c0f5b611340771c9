/** 隔離の置き場。受け取っている途中と、検査を待つファイルを、保管庫とは別に持つ。 */
import type { ContentVerdict } from "#app/domain/attachment/file-content.ts";

export type Received =
  /** 受け取れた。offset はこれまでに受け取った大きさ。 */
  | { readonly kind: "received"; readonly offset: number }
  /** 続きではない所から送られた。何も書いていない。 */
  | { readonly kind: "wrongOffset"; readonly offset: number }
  /** 送信が途中で切れた。受け取った所までは残っている。 */
  | { readonly kind: "interrupted"; readonly offset: number }
  /** 上限を超えた。受け取った物は消した。 */
  | { readonly kind: "tooLarge" };

export type Inspected = {
  readonly size: number;
  readonly sha256: string;
  readonly content: ContentVerdict;
};

/** id は英数字とハイフンだけ。ほかの物は無い物として扱う。 */
export type UploadStore = {
  /** これまでに受け取った大きさ。無ければ 0。 */
  offset(id: string): Promise<number>;
  /**
   * 続きを書き足す。来た分から書くので、途中で切れても受け取った所までは残る。
   * 同じ id に後から来た送信は、前の送信を打ち切る（切れた接続が続きを塞がないように）。
   *
   * @param limit 全体の上限（バイト）
   */
  append(id: string, offset: number, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Received>;
  /** 受け取り終えた物を、ディスクに届かせ、中身の種類とハッシュを調べる。 */
  inspect(id: string): Promise<Inspected>;
  /** 置き場の中の場所。保管庫が引き取る。 */
  fileOf(id: string): string;
  /** 中身を少しずつ。無ければ null。 */
  open(id: string): Promise<AsyncIterable<Uint8Array> | null>;
  remove(id: string): Promise<void>;
  /** 置き場にある id。 */
  list(): Promise<readonly string[]>;
};
