import { Writable } from "node:stream";

/**
 * React の書き出しを一つの本文にまとめる。細切れのまま流すと、圧縮も送信も細切れの数だけ掛かる。
 *
 * React 18 は、4096 バイトの入れ物の終わりに次の文字が入り切らないと、空いた 1〜3 バイトを 0 のまま送る。
 * そのままでは、和文の欄の値に読めない文字（U+FFFD）が混ざって保存される。HTML に U+0000 は現れないので、
 * 細切れの終わりの 0 を除く。
 *
 * @param done 出来上がった本文を受け取る
 */
export function inOnePiece(done: (body: Buffer<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = [];
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(withoutPadding(piece));
      next();
    },
    final(next) {
      done(Buffer.concat(pieces));
      next();
    },
  });
}

function withoutPadding(piece: Buffer): Buffer {
  let end = piece.length;
  while (end > 0 && piece[end - 1] === 0) end -= 1;
  return piece.subarray(0, end);
}
