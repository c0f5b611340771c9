/**
 * `npm run dev`: 書き換えた画面がその場で変わるポータル。画面は組み立てずに Vite が配り、ほかは本番と同じ物を使う。
 * server 側（app/usecases、db など）を書き換えた時は、立ち上げ直す。
 */
import { join } from "node:path";
import closeWithGrace from "close-with-grace";
import type { ServerBuild } from "@remix-run/node";
import { createServer, type ViteDevServer } from "vite";
import { readConfig } from "#app/config.server.ts";
import { startPortal } from "#app/portal.server.ts";
import { sourceMigrations } from "#db/migrate.ts";
import { announce } from "./announce.ts";
import { seedDemonstration } from "./demonstration/seed-demonstration.ts";

const root = join(import.meta.dirname, "..");
let vite: ViteDevServer | undefined;

const portal = await startPortal(
  readConfig(),
  {
    migrations: sourceMigrations,
    rulebook: join(root, "db/rulebook"),
    client: join(root, "public"),
    pdfWorker: null,
    editionWorker: null,
  },
  {
    async development(server) {
      vite = await createServer({ root, server: { middlewareMode: true, hmr: { server } } });
      return vite.middlewares;
    },
    async loadBuild() {
      if (vite === undefined) throw new Error("Vite がまだ立ち上がっていません。");
      return (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
    },
    prepare: seedDemonstration,
  },
);
announce(portal);
closeWithGrace({ delay: 5_000, logger: false }, async ({ err }) => {
  if (err !== undefined) portal.services.log.error({ err }, "思わぬ終了");
  await vite?.close();
  await portal.close();
});
