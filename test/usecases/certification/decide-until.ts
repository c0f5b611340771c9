/**
 * 子の process: 決裁者が本物の部品で認定し、指した段で自分を SIGKILL する。
 * 引数: データの置き場、今の瞬間、段、申請の番号。
 */
import { like } from "drizzle-orm";
import { readConfig } from "#app/config.server.ts";
import { contextFor } from "#app/http/guard.server.ts";
import { createServices } from "#app/services.server.ts";
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import type { Database, Transaction } from "#db/client.ts";
import { numberSeries } from "#db/schema/index.ts";
import { logIn } from "#test/support/people.ts";
import { current } from "#test/support/procedure.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const [dataDir = "", now = "", step = "", applicationId = ""] = process.argv.slice(2);
const die = (at: string): void => {
  if (at === step) process.kill(process.pid, "SIGKILL");
};

const services = createServices(
  readConfig({ NODE_ENV: "test", DATA_DIR: dataDir, LOG_LEVEL: "silent", COMPANY_DIRECTORY: "off" }),
  {
    origin: "http://localhost:3000",
    pdfWorker: null,
    editionWorker: null,
    clock: createTestClock(now),
  },
);
const manager = await logIn(
  { services, context: (actor) => contextFor(services, actor, "decide-until") },
  "tohoku-manager",
);
const input = await current(manager, applicationId);

const drawn = (tx: Transaction): boolean =>
  tx.select().from(numberSeries).where(like(numberSeries.series, "certification:%")).get() !== undefined;
const database: Database = {
  ...services.database,
  transact(work) {
    die("決裁の取引の前");
    const state = { drawn: false };
    const result = services.database.transact((tx) => {
      const value = work(tx);
      state.drawn = drawn(tx);
      if (state.drawn) die("番号を引いた後、取引の終わる前");
      return value;
    });
    if (state.drawn) die("決裁の取引の後");
    return result;
  },
};
await certifyPlan({ ...manager, database }, services.pdf, input);
