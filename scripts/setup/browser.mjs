/** 試験が使う機械側の物: Chromium、日本語フォント、PDF を読む道具。無ければ入れ、入れられなければ理由を言う。 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { findCommand, inProject, PINNED_NODE, pinnedEnv } from "./project.mjs";
import { run } from "./run.mjs";

const APT_PACKAGES = { chromium: "chromium", font: "fonts-noto-cjk", poppler: "poppler-utils" };
const NAMES = { chromium: "Chromium", font: "日本語フォント", poppler: "poppler（pdftotext）" };

const output = (command, args) => {
  try {
    return execFileSync(command, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 30_000,
    });
  } catch {
    return "";
  }
};

/** 動く Chromium の場所。Ubuntu の `chromium-browser` は snap への案内だけのことがあるので、版を言えるかで見る。 */
export const findChromium = () =>
  [
    process.env.CHROMIUM_PATH,
    ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(findCommand),
    playwrightChromium(),
  ].find((file) => file && existsSync(file) && /\d+\.\d+/.test(output(file, ["--version"]))) ?? null;

/** playwright-core が自分で入れた Chromium の場所。 */
const playwrightChromium = () =>
  existsSync(PINNED_NODE)
    ? output(PINNED_NODE, [
        "-p",
        `require(${JSON.stringify(inProject("node_modules", "playwright-core"))}).chromium.executablePath()`,
      ]).trim()
    : null;

const hasJapaneseFont = () => {
  if (findCommand("fc-list") !== null) return output("fc-list", [":lang=ja", "file"]).trim() !== "";
  const folder = "/usr/share/fonts";
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((file) =>
      /(noto.*cjk|ipa|takao|vlgothic).*\.(ttc|ttf|otf)$/i.test(file),
    )
  );
};

const missingPieces = () =>
  [
    findChromium() === null && "chromium",
    !hasJapaneseFont() && "font",
    findCommand("pdftotext") === null && "poppler",
  ].filter(Boolean);

/** apt-get を管理者として走らせる前置き。許されなければ null。 */
const aptGet = () => {
  const apt = findCommand("apt-get");
  if (apt === null) return null;
  if (process.getuid?.() === 0) return [apt];
  const sudo = findCommand("sudo");
  if (sudo === null) return null;
  try {
    execFileSync(sudo, ["-n", "true"], { stdio: "ignore", timeout: 10_000 });
    return [sudo, "-n", apt];
  } catch {
    return null;
  }
};

const installByApt = async (pieces) => {
  const [command, ...prefix] = aptGet() ?? [];
  if (command === undefined) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = ["-qq", "-o", "DPkg::Lock::Timeout=120"];
  await run(command, [...prefix, "update", ...options], {
    env,
    heartbeat: "一覧を取り寄せています",
    timeoutMs: 300_000,
  });
  for (const piece of pieces) {
    await run(
      command,
      [...prefix, "install", "-y", "--no-install-recommends", ...options, APT_PACKAGES[piece]],
      {
        env,
        heartbeat: `${NAMES[piece]}を入れています`,
        timeoutMs: 900_000,
        quiet: true,
      },
    );
  }
};

/** Debian の Chromium が無い機械（Ubuntu など）では、playwright-core の物を使う。 */
const installByPlaywright = () =>
  run(PINNED_NODE, [inProject("node_modules/playwright-core/cli.js"), "install", "--with-deps", "chromium"], {
    env: pinnedEnv(),
    heartbeat: "Chromium を取り寄せています",
    timeoutMs: 600_000,
    quiet: true,
  });

/**
 * 揃っていなければ入れる。
 * @returns {Promise<string | null>} 揃わない理由と、入れる物の一行。揃っていれば null。
 */
export const ensureBrowserPieces = async () => {
  const missing = missingPieces();
  if (missing.length === 0) return null;
  console.log(`試験に要る物を入れます: ${missing.map((piece) => NAMES[piece]).join("、")}`);
  await installByApt(missing);
  if (aptGet() !== null && findChromium() === null) await installByPlaywright();
  const left = missingPieces();
  if (left.length === 0) return null;
  return (
    `${left.map((piece) => NAMES[piece]).join("、")}がありません。管理者として次を実行してください: ` +
    `apt-get update && apt-get install -y ${left.map((piece) => APT_PACKAGES[piece]).join(" ")}`
  );
};
