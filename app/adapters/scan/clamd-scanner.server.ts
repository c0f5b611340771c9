/** ClamAV（clamd）の INSTREAM。TCP か unix の口で話し、ファイルを少しずつ送る。 */
import { connect, type Socket } from "node:net";
import type { ScanVerdict, VirusScanner } from "./scan-port.ts";

export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** 一度に送る大きさ。clamd の StreamMaxLength は全体の上限で、これとは別。 */
const PIECE_BYTES = 64 * 1024;
const MAX_ANSWER_BYTES = 4096;

/**
 * @param timeoutMs 答えを待つ時間。過ぎたら throw
 */
export function createClamdScanner(address: ClamdAddress, timeoutMs = 60_000): VirusScanner {
  return {
    async scan(bytes) {
      const socket = connect({ ...address, timeout: timeoutMs });
      const answer = answerOf(socket);
      // 送っている途中で切れたとき、答えの側の誤りを理由として出す。
      answer.catch(() => undefined);
      try {
        await Promise.race([sendAll(socket, bytes), answer.then(() => undefined)]);
        return verdictOf(await answer);
      } finally {
        socket.destroy();
      }
    },
  };
}

async function sendAll(socket: Socket, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.byteLength; start += PIECE_BYTES) {
      const piece = chunk.subarray(start, start + PIECE_BYTES);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.byteLength);
      await write(socket, Buffer.concat([length, piece]));
    }
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });

/** NUL か接続の終わりまでの答え。 */
const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const finish = (): void =>
      resolve(
        received
          .toString("utf8")
          .replace(/\0[^]*$/u, "")
          .trim(),
      );
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.includes(0)) finish();
      else if (received.byteLength > MAX_ANSWER_BYTES) reject(new Error("検査の答えが長すぎます。"));
    });
    socket.on("timeout", () => {
      reject(new Error("検査の答えが時間のうちに返りません。"));
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", finish);
  });

function verdictOf(answer: string): ScanVerdict {
  if (answer === "stream: OK") return { kind: "clean", engine: "clamd" };
  const found = /^stream: (?<signature>.+) FOUND$/u.exec(answer)?.groups?.["signature"];
  if (found !== undefined) return { kind: "infected", signature: found };
  throw new Error(`検査できません: ${answer === "" ? "答えのないまま切れました" : answer.slice(0, 200)}`);
}
