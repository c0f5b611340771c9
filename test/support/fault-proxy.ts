/** 相手の前に置く proxy。つながった線を黙って持ち続ける（相手が固まった）か、相手へ通す。 */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type FaultProxy = {
  readonly port: number;
  /** 相手が固まる。通っている線も止まる。 */
  hang(): void;
  /** 相手が戻る。黙って持っていた線は切れる。 */
  recover(): void;
  close(): Promise<void>;
};

/** @param target 戻ったときに通す先の port（127.0.0.1） */
export async function startFaultProxy(target: number): Promise<FaultProxy> {
  const state = { hung: false };
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.once("close", () => open.delete(socket)).on("error", () => socket.destroy());
  };
  const server = createServer((socket) => {
    keep(socket);
    if (state.hung) return;
    const through = keep(connect(target, "127.0.0.1"));
    socket.pipe(through).pipe(socket);
    socket.once("close", () => through.destroy());
    through.once("close", () => socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    hang() {
      state.hung = true;
      cut();
    },
    recover() {
      state.hung = false;
      cut();
    },
    async close() {
      cut();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
