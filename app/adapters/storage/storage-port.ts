/** 書類の保管庫。名前は中身の SHA-256 で、同じ中身は一つしか置かない。 */
export type DocumentStorage = {
  /** @returns 中身の SHA-256（16進）。戻った時には電源が落ちても残る */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * 作り直すと同じバイト列にならない物を、記録に載せるまで脇に置く。同じ名前の物は新しい物に替わる。
   * 戻った時には電源が落ちても残る。
   *
   * @param name 半角の英数字と - と _
   */
  stage(name: string, bytes: Uint8Array): Promise<void>;
  /** @returns 脇に置いた中身。無ければ null */
  staged(name: string): Promise<Uint8Array | null>;
  /** 脇に置いた物を片付ける。無ければ何もしない。 */
  unstage(name: string): Promise<void>;
  /** @returns 中身。無い、又は中身がハッシュと合わなければ null */
  get(sha256: string): Promise<Uint8Array | null>;
  /**
   * 同じファイルシステムにある、ディスクに届いたファイルを引き取る。元の場所からは無くなる。
   * 戻った時には電源が落ちても残る。
   *
   * @param sha256 呼ぶ側が確かめた中身のハッシュ
   */
  adopt(file: string, sha256: string): Promise<void>;
  /** @returns 中身を少しずつ。無ければ null */
  open(sha256: string): Promise<AsyncIterable<Uint8Array> | null>;
  /**
   * 使われなくなった中身を消す。
   *
   * @param stillUnused 消す直前に、まだ使われていないかを確かめる。偽なら元に戻す
   * @returns 消したか
   */
  remove(sha256: string, stillUnused: () => Promise<boolean>): Promise<boolean>;
};
