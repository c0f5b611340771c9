/**
 * 子の process: 働き手を本物の部品で動かし、指した段で自分を SIGKILL する。電源が落ちたのと同じく、何の片付けもしない。
 * 引数: データの置き場、今の瞬間、段。
 */
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import { readConfig } from "#app/config.server.ts";
import { createServices, type Services } from "#app/services.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { createTestClock } from "#test/support/test-clock.ts";

const [dataDir = "", now = "", step = ""] = process.argv.slice(2);
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

const puts = { count: 0 };
const storage: DocumentStorage = {
  ...services.storage,
  async stage(name, bytes) {
    die("署名の後");
    await services.storage.stage(name, bytes);
    die("脇に置いた後");
  },
  async put(bytes) {
    puts.count += 1;
    const sha256 = await services.storage.put(bytes);
    die(puts.count === 1 ? "PDF を保管した後" : "目録を保管した後");
    return sha256;
  },
  async unstage(name) {
    die("記録した後");
    await services.storage.unstage(name);
    die("片付けた後");
  },
};
const killing: Services = {
  ...services,
  storage,
  pdf: {
    ...services.pdf,
    async render(...given) {
      die("描く前");
      const outcome = await services.pdf.render(...given);
      die("描いた後");
      return outcome;
    },
  },
  mailer: {
    ...services.mailer,
    async send(mail) {
      const certified = mail.subject.includes("認定されました");
      if (certified) die("知らせる前");
      const state = await services.mailer.send(mail);
      if (certified) die("知らせた後");
      return state;
    },
  },
};
await startWorker(killing).drain();
