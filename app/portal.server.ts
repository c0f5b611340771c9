/** ポータルを立ち上げる。server.ts（本番・デモ）と、ブラウザの試験が同じ物を使う。 */
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import helmet from "helmet";
import { migrateDatabase } from "#db/migrate.ts";
import { fillPlans } from "#db/repositories/fill-plans.ts";
import { fillReportDues } from "#db/repositories/keep-report-dues.ts";
import { fillDueDays, fillListings } from "#db/repositories/fill-listings.ts";
import type { Clock } from "./adapters/clock/clock-port.ts";
import type { Config } from "./config.server.ts";
import { compressPages, staticFiles } from "./http/compressed.server.ts";
import { answerDirectly } from "./http/direct-answer.server.ts";
import { firstSegment, narrowedBuilds } from "./http/narrowed-build.server.ts";
import { refuseForeignOrigin } from "./http/same-origin.server.ts";
import { ensureRulebook } from "./import-rulebook-folder.server.ts";
import { addressFor } from "./routes/public/json-address.ts";
import { loader as lookupJson } from "./routes/public/lookup-json.ts";
import {
  createServices,
  databaseFile,
  demoDirectories,
  demoIssuers,
  type Services,
} from "./services.server.ts";
import { startWorker, type Worker } from "./worker.server.ts";

export type PortalPaths = {
  /** 移行の SQL の置き場。 */
  readonly migrations: string;
  /** 規則集の第一版の置き場。 */
  readonly rulebook: string;
  /** client の静的ファイルの置き場。 */
  readonly client: string;
  /** PDF の働き手。null なら同じ糸で作る。 */
  readonly pdfWorker: string | null;
  /** 規則集の版の働き手。null なら同じ糸で計算する。 */
  readonly editionWorker: string | null;
};

export type Portal = {
  readonly origin: string;
  readonly services: Services;
  readonly worker: Worker;
  close(): Promise<void>;
};

export type PortalOptions = {
  /** Remix の組み上がり。development があれば、要求のたびに読み直す。 */
  readonly loadBuild: () => Promise<ServerBuild>;
  /** 開発のときだけ。待ち受けの上に、画面の部品をその場で作って配る物を置く。本番では断る。 */
  readonly development?: (server: Server) => Promise<RequestHandler>;
  /** 試験のときだけ差し替える。 */
  readonly clock?: Clock;
  /** 受付を始める前に行うこと。 */
  readonly prepare?: (services: Services) => Promise<void>;
};

/** 移行と規則集の取込みを済ませてから、受付を始める。 */
export async function startPortal(
  config: Config,
  paths: PortalPaths,
  options: PortalOptions,
): Promise<Portal> {
  if (config.production && options.development !== undefined)
    throw new Error("本番（NODE_ENV=production）では、開発用の画面を使えません。");
  migrateDatabase(databaseFile(config.dataDir), paths.migrations);
  let handle = (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(503, { "Retry-After": "2" }).end();
  };
  const server = createServer((request, response) => handle(request, response));
  // 遅い回線で大きな書類を送る人を切らない。名乗りだけで居座る接続は headersTimeout が切る。
  server.requestTimeout = 15 * 60_000;
  server.headersTimeout = 20_000;
  await listen(server, config.port, config.host);
  const { port } = server.address() as AddressInfo;
  const origin = config.origin ?? `http://localhost:${port}`;
  const services = createServices(config, {
    origin,
    pdfWorker: paths.pdfWorker,
    editionWorker: paths.editionWorker,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  await ensureRulebook(services, paths.rulebook);
  fillListings(services.database);
  fillDueDays(services.database);
  fillPlans(services.database);
  fillReportDues(services.database);
  await options.prepare?.(services);
  handle = await createApp(services, paths, await screensOf(options, server));
  const worker = startWorker(services);
  return {
    origin,
    services,
    worker,
    async close() {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      });
      await worker.stop();
      await services.close();
    },
  };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

/** 画面。development は、画面の部品を配る物（開発のときだけ）。 */
type Screens = {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly development: RequestHandler | null;
};

const screensOf = async ({ loadBuild, development }: PortalOptions, server: Server): Promise<Screens> =>
  development === undefined
    ? { build: await loadBuild(), development: null }
    : { build: loadBuild, development: await development(server) };

async function createApp(
  services: Services,
  paths: PortalPaths,
  { build, development }: Screens,
): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", services.config.trustProxy);
  app.use((_request, response, next) => {
    response.locals["requestId"] = randomUUID();
    response.locals["nonce"] = randomBytes(16).toString("base64");
    response.setHeader("X-Request-Id", String(response.locals["requestId"]));
    next();
  });
  app.use(securityHeaders(services, development !== null));
  if (development !== null) app.use(development);
  // 同じ URL で、JSON を求めるプログラムには JSON を返す（画面の URL は Remix が画面でしか答えられない）。
  app.use((request, _response, next) => {
    request.originalUrl = addressFor(request.originalUrl, request.get("Accept") ?? null);
    next();
  });
  const contextOf = (request: Request, response: Response): AppLoadContext => ({
    requestId: String(response.locals["requestId"]),
    cspNonce: String(response.locals["nonce"]),
    clientAddress: request.ip ?? "",
    tools: services,
  });
  app.use(answerDirectly({ "/lookup.json": lookupJson }, contextOf));
  app.use("/assets", staticFiles(join(paths.client, "assets"), { immutable: true, maxAge: "1y" }));
  app.use(staticFiles(paths.client, { maxAge: "1h" }));
  app.use(compressPages());
  await mountDemoProviders(app, services);
  await mountDemoDirectories(app, services);
  app.use(refuseForeignOrigin(services.origin));
  const answering = (routes: Screens["build"]) =>
    createRequestHandler({
      build: routes,
      mode: services.config.production ? "production" : "development",
      getLoadContext: contextOf,
    });
  const every = answering(build);
  const narrowed =
    typeof build === "function"
      ? new Map<string, typeof every>()
      : new Map([...narrowedBuilds(build)].map(([segment, part]) => [segment, answering(part)] as const));
  app.use((request, response, next) => {
    const remix = narrowed.get(firstSegment(request.originalUrl)) ?? every;
    void passErrors(remix(request, response, next), next);
  });
  app.use(answerBrokenRequest(services));
  return app;
}

async function passErrors(handled: Promise<void>, next: NextFunction): Promise<void> {
  try {
    await handled;
  } catch (error) {
    next(error);
  }
}

/** 枠組みの外の誤り。中身を見せず、番号だけを返す。 */
const answerBrokenRequest =
  ({ log }: Services): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    log.error({ err: error, requestId: String(response.locals["requestId"]) }, "枠組みの外の誤り");
    if (response.headersSent) {
      next(error);
      return;
    }
    response
      .status(500)
      .type("text/plain; charset=utf-8")
      .set("Cache-Control", "no-store")
      .send(`ただいま処理できませんでした。お問い合わせの番号: ${String(response.locals["requestId"])}\n`);
  };

/**
 * 外の server から何も読まない。script は nonce の付いたものだけ。
 * 開発では、編集した CSS を Vite がその場で style 要素として差し替えるので、style だけを緩める。
 */
const securityHeaders = ({ origin, config }: Services, development: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        // ログインの送信は GビズID と職員の発行者へ移る。
        formAction: [
          "'self'",
          ...[config.gbizid, config.staff].flatMap((one) =>
            one === null ? [] : [new URL(one.issuer).origin],
          ),
        ],
      },
    },
    hsts: origin.startsWith("https:"),
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });

const nonceOf = (response: ServerResponse): string =>
  String((response as ServerResponse & { locals: Record<string, unknown> }).locals["nonce"]);

/** 模擬の発行者。設定がないときだけ読み込む（本番では config が断っている）。 */
async function mountDemoProviders(app: express.Express, services: Services): Promise<void> {
  const { config, origin, clock } = services;
  if (config.gbizid !== null && config.staff !== null) return;
  const { createEmbeddedProvider } = await import("./adapters/identity/embedded/embedded-provider.server.ts");
  const { demoApplicants, demoStaff } = await import("./adapters/identity/embedded/demo-accounts.ts");
  const issuers = demoIssuers(origin);
  const shared = { allowed: true as const, redirectUris: [`${origin}/auth/callback`], clock };
  if (config.gbizid === null)
    app.use(
      (
        await createEmbeddedProvider({
          ...shared,
          kind: "gbizid",
          ...issuers.gbizid,
          accounts: demoApplicants,
        })
      ).handle,
    );
  if (config.staff === null)
    app.use(
      (await createEmbeddedProvider({ ...shared, kind: "staff", ...issuers.staff, accounts: demoStaff }))
        .handle,
    );
}

/** 模擬の法人インフォメーションと国税庁の口。設定がないデモでだけ読み込む。 */
async function mountDemoDirectories(app: express.Express, { config, origin }: Services): Promise<void> {
  if (!config.directory.embedded) return;
  const { createFakeDirectories } =
    await import("./adapters/company-directory/embedded/fake-directories.server.ts");
  const { gbizinfo, nta } = demoDirectories(origin);
  app.use(
    "/demo-directory",
    createFakeDirectories({
      token: gbizinfo.token,
      applicationId: nta.applicationId,
      mode: () => config.directory.demoMode,
    }),
  );
}
