/**
 * .dependency-cruiser.mjs の規則が本当に違反を捕まえるか。
 * 一時フォルダに家の雛形を建て、規則ごとに一つ以上の違反を植えて、実物の dependency-cruiser で調べる。
 */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../../.dependency-cruiser.mjs";

const projectRoot = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

const ROOMS = ["app", "db", "pdf-templates", "scripts", "test", "server.ts"];
const PACKAGES = ["zod", "temporal-polyfill", "react", "drizzle-orm", "nodemailer", "@remix-run/react"];
const DEV_PACKAGES = ["fast-check"];

/** 違反: [規則, 取り込むファイル, 文, 取り込まれるファイルまたは名前]。 */
const VIOLATIONS: readonly (readonly [rule: string, file: string, statement: string])[] = [
  ["no-circular", "app/domain/ring-a.ts", `import { b } from "./ring-b.ts"; export const a = b;`],
  ["no-orphans", "app/domain/alone.ts", `export const alone = 1;`],
  [
    "not-to-unresolvable",
    "app/ui/typo.ts",
    `import { x } from "#app/domain/nowhere.ts"; export const y = x;`,
  ],
  ["not-to-dev-dependency", "app/http/dev.ts", `import fc from "fast-check"; export const y = fc;`],
  ["not-to-test", "scripts/uses-test.ts", `import { t } from "#test/support/thing.ts"; export const y = t;`],
  [
    "domain-only-itself",
    "app/domain/to-db.ts",
    `import { q } from "#db/queries/list.ts"; export const y = q;`,
  ],
  [
    "domain-only-itself",
    "app/domain/to-ui-type.ts",
    `import type { U } from "#app/ui/button.tsx"; export type Y = U;`,
  ],
  ["domain-npm", "app/domain/to-react.ts", `import { r } from "react"; export const y = r;`],
  [
    "domain-npm",
    "app/domain/to-node.ts",
    `import { readFileSync } from "node:fs"; export const y = readFileSync;`,
  ],
  [
    "pdf-templates-to-domain",
    "pdf-templates/to-ui.tsx",
    `import { U } from "#app/ui/button.tsx"; export const y = U;`,
  ],
  [
    "db-to-domain",
    "db/to-usecase.ts",
    `import { u } from "#app/usecases/file.server.ts"; export const y = u;`,
  ],
  ["engine-only-in-db", "app/usecases/sql.server.ts", `import { s } from "drizzle-orm"; export const y = s;`],
  [
    "adapters-to-domain",
    "app/adapters/mail/to-db.server.ts",
    `import { q } from "#db/queries/list.ts"; export const y = q;`,
  ],
  [
    "adapters-own-folder",
    "app/adapters/mail/to-clock.server.ts",
    `import { c } from "../clock/clock-port.ts"; export const y = c;`,
  ],
  [
    "pdf-templates-only-from-pdf-adapter",
    "app/adapters/mail/to-template.server.ts",
    `import { t } from "#pdf-templates/registry.ts"; export const y = t;`,
  ],
  [
    "outside-world-behind-adapters",
    "app/http/mail.server.ts",
    `import { m } from "nodemailer"; export const y = m;`,
  ],
  [
    "usecases-to-domain-db-ports",
    "app/usecases/to-adapter.server.ts",
    `import type { S } from "#app/adapters/mail/smtp.server.ts"; export type Y = S;`,
  ],
  [
    "usecases-to-domain-db-ports",
    "app/usecases/to-http.server.ts",
    `import { h } from "#app/http/guard.server.ts"; export const y = h;`,
  ],
  [
    "usecases-ports-as-types",
    "app/usecases/to-port-value.server.ts",
    `import { c } from "#app/adapters/clock/clock-port.ts"; export const y = c;`,
  ],
  [
    "http-to-usecases",
    "app/http/to-db.server.ts",
    `import { q } from "#db/queries/list.ts"; export const y = q;`,
  ],
  [
    "ui-to-domain",
    "app/ui/to-usecase.tsx",
    `import { u } from "#app/usecases/file.server.ts"; export const y = u;`,
  ],
  [
    "no-server-files-in-ui",
    "app/ui/to-server.tsx",
    `import { h } from "#app/http/guard.server.ts"; export const y = h;`,
  ],
  [
    "no-node-in-ui",
    "app/ui/to-node.tsx",
    `import { readFileSync } from "node:fs"; export const y = readFileSync;`,
  ],
  ["routes-thin", "app/routes/to-db.tsx", `import { q } from "#db/queries/list.ts"; export const y = q;`],
  [
    "routes-thin",
    "app/routes/lazy-db.tsx",
    `export const y = async () => await import("#db/queries/list.ts");`,
  ],
  [
    "routes-thin",
    "app/routes/relative-db.tsx",
    `import { q } from "../../db/queries/list.ts"; export const y = q;`,
  ],
  [
    "routes-thin",
    "app/routes/to-adapter.tsx",
    `import { m } from "#app/adapters/mail/smtp.server.ts"; export const y = m;`,
  ],
  [
    "routes-thin",
    "app/routes/to-pdf.tsx",
    `import { t } from "#pdf-templates/registry.ts"; export const y = t;`,
  ],
  [
    "services-only-at-the-top",
    "app/entry.server.tsx",
    `import { s } from "#app/services.server.ts"; export const y = s;`,
  ],
  ["remix-only-at-the-edge", "app/ui/link.tsx", `import { L } from "@remix-run/react"; export const y = L;`],
];

/** 許されている取り込み。どの規則にも触れない。 */
const ALLOWED: Readonly<Record<string, string>> = {
  "app/domain/ring-b.ts": `import { a } from "./ring-a.ts"; export const b = a;`,
  "app/domain/result.ts": `import { z } from "zod"; import { t } from "temporal-polyfill"; export const r = [z, t];`,
  "app/ui/button.tsx": `import { r } from "#app/domain/result.ts"; import { x } from "react"; export const U = [r, x]; export type U = number;`,
  "app/http/guard.server.ts": `import { r } from "#app/domain/result.ts"; import { L } from "@remix-run/react"; export const h = [r, L];`,
  "app/adapters/clock/clock-port.ts": `import type { R } from "#app/domain/result.ts"; export type Clock = R; export const c = 1;`,
  "app/adapters/mail/smtp.server.ts": `import { m } from "nodemailer"; import { r } from "#app/domain/result.ts"; export const m2 = [m, r]; export type S = 1; export { m };`,
  "app/adapters/pdf/render.server.ts": `import { t } from "#pdf-templates/registry.ts"; export const y = t;`,
  "pdf-templates/registry.ts": `import { r } from "#app/domain/result.ts"; export const t = r;`,
  "db/queries/list.ts": `import { s } from "drizzle-orm"; import { r } from "#app/domain/result.ts"; export const q = [s, r];`,
  "app/usecases/file.server.ts": `import type { Clock } from "#app/adapters/clock/clock-port.ts"; import { q } from "#db/queries/list.ts"; export const u = (c: Clock) => [c, q];`,
  "app/routes/home.tsx": `import { u } from "#app/usecases/file.server.ts"; import { h } from "#app/http/guard.server.ts"; import { U } from "#app/ui/button.tsx"; import { L } from "@remix-run/react"; export const y = [u, h, U, L];`,
  "app/config.server.ts": `import { z } from "zod"; export const config = z;`,
  "app/services.server.ts": `import { config } from "#app/config.server.ts"; import { q } from "#db/queries/list.ts"; import { y } from "#app/adapters/pdf/render.server.ts"; export const s = [config, q, y];`,
  "server.ts": `import { s } from "#app/services.server.ts"; import { L } from "@remix-run/react"; export const y = [s, L];`,
  "test/support/thing.ts": `import { s } from "#app/services.server.ts"; export const t = s;`,
};

type Found = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };

let house: string;
let found: readonly Found[];

const plant = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(house, file)), { recursive: true });
  await writeFile(path.join(house, file), `${text}\n`);
};

beforeAll(async () => {
  house = await mkdtemp(path.join(tmpdir(), "import-rules-"));
  await cp(path.join(projectRoot, ".dependency-cruiser.mjs"), path.join(house, ".dependency-cruiser.mjs"));
  await cp(path.join(projectRoot, "tsconfig.json"), path.join(house, "tsconfig.json"));
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  await plant(
    "package.json",
    JSON.stringify({
      name: "house",
      type: "module",
      imports: Object.fromEntries(
        ["app", "db", "pdf-templates", "test"].map((room) => [`#${room}/*`, `./${room}/*`]),
      ),
      dependencies: versions(PACKAGES),
      devDependencies: versions(DEV_PACKAGES),
    }),
  );
  for (const name of [...PACKAGES, ...DEV_PACKAGES]) {
    await plant(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: "1.0.0", type: "module", main: "index.js" }),
    );
    await plant(`node_modules/${name}/index.js`, "export default 1;");
  }
  for (const [file, text] of Object.entries(ALLOWED)) await plant(file, text);
  for (const [, file, text] of VIOLATIONS) await plant(file, text);

  const cruiser = path.join(projectRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { stdout, stderr } = await run(
    process.execPath,
    [cruiser, ...ROOMS, "--config", ".dependency-cruiser.mjs", "--output-type", "json"],
    { cwd: house, maxBuffer: 64 * 1024 * 1024 },
  ).catch((failure: unknown) => failure as { stdout: string; stderr: string });
  if (stdout === "") throw new Error(stderr);
  const report = JSON.parse(stdout) as { summary: { violations: Found[] } };
  found = report.summary.violations;
}, 60_000);

afterAll(async () => {
  await rm(house, { recursive: true, force: true });
});

describe("取り込みの規則", () => {
  it.each(VIOLATIONS)("%s は %s を捕まえる", (rule, file) => {
    expect(
      found.filter((violation) => violation.from === file).map((violation) => violation.rule.name),
    ).toContain(rule);
  });

  it("許されている取り込みは何も指摘されない", () => {
    const innocent = found.filter(
      (violation) => violation.from in ALLOWED && violation.rule.name !== "no-circular",
    );
    expect(innocent).toEqual([]);
  });

  it("どの規則にも、それを捕まえた見本がある", () => {
    const planted = new Set(VIOLATIONS.map(([rule]) => rule));
    expect(
      (config.forbidden ?? []).map((rule) => rule.name).filter((name) => !planted.has(name ?? "")),
    ).toEqual([]);
  });

  it("どの規則にも、理由の一文がある", () => {
    for (const rule of config.forbidden ?? []) expect(rule.comment, rule.name).toMatch(/。/);
  });
});
