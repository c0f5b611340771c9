/** 本番とデモの入口。 */
import { fileURLToPath } from "node:url";
import closeWithGrace from "close-with-grace";
import type { ServerBuild } from "@remix-run/node";
import { readConfig } from "./app/config.server.ts";
import { startPortal } from "./app/portal.server.ts";
import { announce } from "./scripts/announce.ts";
import { seedDemonstration } from "./scripts/demonstration/seed-demonstration.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config = readConfig();
const portal = await startPortal(
  config,
  {
    migrations: here("../db/migrations"),
    rulebook: here("../db/rulebook"),
    client: here("./client"),
    pdfWorker: here("./pdf-worker.js"),
    editionWorker: here("./edition-worker.js"),
  },
  {
    loadBuild: () => import(new URL("./server/index.js", import.meta.url).href) as Promise<ServerBuild>,
    ...(config.demo ? { prepare: seedDemonstration } : {}),
  },
);
announce(portal);
closeWithGrace({ delay: 20_000, logger: false }, async ({ err }) => {
  if (err !== undefined) portal.services.log.error({ err }, "思わぬ終了");
  await portal.close();
});
