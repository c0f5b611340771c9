/** 本物の socket で答える、模擬の法人インフォメーションと国税庁の口。 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DirectoryMode } from "#app/adapters/company-directory/embedded/directory-modes.ts";
import { createFakeDirectories } from "#app/adapters/company-directory/embedded/fake-directories.server.ts";
import type { RegistryRecord } from "#app/adapters/company-directory/embedded/demo-companies.ts";

export type FakeDirectories = {
  readonly address: string;
  /** 設定に足す環境変数。 */
  readonly environment: Readonly<Record<string, string>>;
  /** 尋ねられた道筋。 */
  readonly asked: string[];
  behave(mode: DirectoryMode): void;
  /** 一度そう答えたら直る。 */
  behaveOnce(mode: DirectoryMode): void;
  close(): Promise<void>;
};

const TOKEN = "secret-token";
const APPLICATION_ID = "secret-application";

export async function startFakeDirectories(records?: readonly RegistryRecord[]): Promise<FakeDirectories> {
  const state: { mode: DirectoryMode; once: boolean } = { mode: "normal", once: false };
  const asked: string[] = [];
  const fake = createFakeDirectories({
    token: TOKEN,
    applicationId: APPLICATION_ID,
    mode: () => state.mode,
    silenceMs: 60_000,
    ...(records === undefined ? {} : { records }),
  });
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    fake(request, response);
    if (state.once) Object.assign(state, { mode: "normal", once: false });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    asked,
    environment: {
      COMPANY_DIRECTORY: "on",
      GBIZINFO_BASE_URL: `${address}/hojin`,
      GBIZINFO_TOKEN: TOKEN,
      NTA_BASE_URL: `${address}/nta/4`,
      NTA_APPLICATION_ID: APPLICATION_ID,
    },
    behave: (mode) => Object.assign(state, { mode, once: false }),
    behaveOnce: (mode) => Object.assign(state, { mode, once: true }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
