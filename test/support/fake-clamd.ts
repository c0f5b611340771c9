/** 本物の TCP の口で INSTREAM を話す、試験の検査の道具。EICAR を見つける。 */
import { type AddressInfo, createServer, type Socket } from "node:net";
import { eicar } from "./attachment-files.ts";

export type FakeClamd = {
  readonly port: number;
  /** 受け取った中身の大きさ。検査のたびに一つ増える。 */
  readonly scanned: readonly number[];
  /** 次からの答え。working は正しく検査し、broken は途中で切り、full は大きさの上限を答え、silent は答えない。 */
  behave(how: "working" | "broken" | "full" | "silent"): void;
  close(): Promise<void>;
};

export async function startFakeClamd(): Promise<FakeClamd> {
  let how: "working" | "broken" | "full" | "silent" = "working";
  const scanned: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (how === "broken") {
        socket.destroy();
        return;
      }
      const body = streamedBody(received);
      if (body === null || how === "silent") return;
      scanned.push(body.byteLength);
      if (how === "full") socket.end("INSTREAM size limit exceeded. ERROR\0");
      else socket.end(body.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    scanned,
    behave(next) {
      how = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

const COMMAND = "zINSTREAM\0";

/** 長さ付きの塊をつないだ中身。終わりの印（長さ 0）がまだなら null。 */
function streamedBody(received: Buffer): Buffer | null {
  if (received.toString("latin1", 0, COMMAND.length) !== COMMAND) return null;
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.byteLength;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > received.byteLength) return null;
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
