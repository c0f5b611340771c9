/**
 * package-lock.json に、この機械では要らない機種向けの物（optional）の行を補う。
 *
 * 他の機種の物を置かない registry で `npm install` すると、その行が抜け、`npm ci` が「揃っていない」と断る。
 * 版は親が名指ししているので、取り寄せずに書ける。抜けは test/architecture/lock-file.test.ts が見つける。
 * 使い方: node scripts/complete-lock.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { missingEdges } from "./setup/lock-file.mjs";
import { inProject } from "./setup/project.mjs";

const OS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const CPU = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];
const LIBC = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** 名前（例: `@rollup/rollup-linux-arm64-musl`）から、動く機種を読む。読めない物は書かない。 */
const platform = (name) => {
  const words = name.slice(name.lastIndexOf("/") + 1).split("-");
  const os = words.find((word) => OS.includes(word));
  const cpu = words.find((word) => CPU.includes(word));
  const libc = os === "linux" ? words.map((word) => LIBC[word]).find(Boolean) : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
};

const file = inProject("package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
for (const { from, name, spec, optional } of missingEdges(lock.packages)) {
  if (!optional)
    throw new Error(`${from} が使う ${name}@${spec} が抜けています。npm install で直してください。`);
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(spec))
    throw new Error(`${name}@${spec} は版が一つに決まらず、補えません。`);
  const top = `node_modules/${name}`;
  const place = lock.packages[top] === undefined ? top : `${from}/node_modules/${name}`;
  const owner = lock.packages[from];
  lock.packages[place] = {
    version: spec,
    ...platform(name),
    ...(owner.dev ? { dev: true } : {}),
    optional: true,
  };
  console.log(`${place}@${spec}`);
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
