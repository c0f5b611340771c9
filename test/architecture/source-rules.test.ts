/** 取り込み以外の家の決まり: 大きさ、名前、時計、環境変数、場所の名前。 */
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { allFiles, findInSyntax, sourceFiles, textOf } from "./source-files.ts";

const ROUTE_LINES = 150;
const FILE_LINES = 300;

/** 道具（`node:fs` など）の取り込み。 */
const nodeImport = (node: ts.Node): string | null => {
  const from = ts.isImportDeclaration(node) ? node.moduleSpecifier : undefined;
  return from !== undefined && ts.isStringLiteral(from) && from.text.startsWith("node:") ? from.text : null;
};

/** 今の時刻を自分で読む呼び出し。 */
const clockReading = (node: ts.Node): string | null => {
  if (ts.isNewExpression(node) && /(^|\.)Date$/.test(node.expression.getText()) && !node.arguments?.length) {
    return "new Date()";
  }
  if (ts.isCallExpression(node) && /(^|\.)Date$/.test(node.expression.getText())) return "Date()";
  if (!ts.isPropertyAccessExpression(node)) return null;
  const name = `${node.expression.getText().replace(/^globalThis\./, "")}.${node.name.text}`;
  return name === "Date.now" || name === "Temporal.Now" ? name : null;
};

/** 環境変数の読み取り。 */
const environmentReading = (node: ts.Node): string | null => {
  if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "env" &&
    /(^|\.)process$/.test(node.expression.getText())
  ) {
    return "process.env";
  }
  const from = ts.isImportDeclaration(node) ? node.moduleSpecifier : undefined;
  return from !== undefined && ts.isStringLiteral(from) && /^(node:)?process$/.test(from.text)
    ? from.text
    : null;
};

/** ファイルごとに見つけた物。`word` を含まないファイルは構文を読むまでもない。 */
const offences = (files: readonly string[], word: RegExp, find: (node: ts.Node) => string | null) =>
  files
    .map((file) => ({ file, text: textOf(file) }))
    .filter(({ text }) => word.test(text))
    .flatMap(({ file, text }) => findInSyntax(text, find).map((found) => `${file}:${found}`));

const inHouse = (file: string) => /^(app|db|pdf-templates)\/|^server\.ts$/.test(file);
const lines = (file: string) => textOf(file).trimEnd().split("\n").length;

describe("ファイルの大きさ", () => {
  it(`routes は ${ROUTE_LINES} 行まで`, () => {
    const long = sourceFiles().filter((file) => file.startsWith("app/routes/") && lines(file) > ROUTE_LINES);
    expect(long.map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });

  it(`app、db、pdf-templates の他のファイルは ${FILE_LINES} 行まで`, () => {
    const long = sourceFiles().filter((file) => inHouse(file) && lines(file) > FILE_LINES);
    expect(long.map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });
});

describe("名前", () => {
  const vague = /(^|[-.])(utils?|helpers?|misc|managers?)(\.|$)|^(data|info)(\.|$)/i;

  it("中身を言わない名前のファイルもフォルダもない", () => {
    const found = allFiles().filter((file) => file.split("/").some((part) => vague.test(part)));
    expect(found).toEqual([]);
  });

  it.each([
    "utils",
    "date-utils.ts",
    "helper.ts",
    "helpers",
    "misc.ts",
    "data.ts",
    "info",
    "session-manager.server.ts",
  ])("%s は中身を言わない", (name) => expect(name).toMatch(vague));

  it.each(["database.ts", "information-notice.ts", "notice-data-model.ts", "util-rate.ts"])(
    "%s は構わない",
    (name) => expect(name).not.toMatch(vague),
  );
});

describe("外との境目", () => {
  it("Node の組み込みを使う app のファイルは .server と名乗る（別スレッドの入口を除く）", () => {
    const plain = sourceFiles().filter(
      (file) => file.startsWith("app/") && !/\.server\.tsx?$/.test(file) && !file.endsWith("-worker.ts"),
    );
    expect(offences(plain, /node:/, nodeImport)).toEqual([]);
  });

  it("時計を読むのは app/adapters/clock と server.ts だけ", () => {
    const files = sourceFiles().filter(
      (file) => inHouse(file) && !file.startsWith("app/adapters/clock/") && file !== "server.ts",
    );
    expect(offences(files, /Date|Temporal/, clockReading)).toEqual([]);
  });

  it.each([
    ["Date.now()", true],
    ["globalThis.Date.now()", true],
    ["[1].map(Date.now)", true],
    ["new Date()", true],
    ["new Date", true],
    ["Date()", true],
    ["Temporal.Now.instant()", true],
    ['new Date("2026-12-01")', false],
    ["Date.UTC(2026, 1, 1)", false],
    ["// Date.now()", false],
    ['"new Date()"', false],
  ])("%s は時計を読む: %s", (text, reads) => {
    expect(findInSyntax(text, clockReading).length > 0).toBe(reads);
  });

  it("環境変数を読むのは app/config.server.ts だけ", () => {
    const files = sourceFiles().filter((file) => inHouse(file) && file !== "app/config.server.ts");
    expect(offences(files, /process/, environmentReading)).toEqual([]);
  });

  it.each([
    ["process.env.PORT", true],
    ["const { PORT } = process.env", true],
    ["globalThis.process.env", true],
    ['import { env } from "node:process"', true],
    ["// process.env", false],
    ["request.env", false],
  ])("%s は環境変数を読む: %s", (text, reads) => {
    expect(findInSyntax(text, environmentReading).length > 0).toBe(reads);
  });
});

describe("誰の機械でも同じ", () => {
  const BINARY = /\.(png|jpe?g|ico|ttf|otf|woff2?|pdf|sqlite|gz)$/;
  const WORKPLACES = ["home", "work", "root", "Users", "workspace"];
  const workplace = new RegExp(`(?<![\\w.:/*-])/(?:${WORKPLACES.join("|")})/\\w`);
  const registry = new RegExp(
    ["registry\\.[\\w.-]+\\.\\w+", "artifactory", "verdaccio", "/-/[\\w.-]+\\.tgz"].join("|"),
  );
  const texts = () =>
    allFiles()
      .filter((file) => !BINARY.test(file) && !file.startsWith("test/architecture/"))
      .map((file) => ({ file, text: textOf(file) }));

  it("誰かの機械の中の場所を書かない", () => {
    expect(
      texts().flatMap(({ file, text }) =>
        workplace.test(text) ? [`${file}: ${workplace.exec(text)?.[0]}`] : [],
      ),
    ).toEqual([]);
  });

  it("npm の取り寄せ先を書かない", () => {
    expect(
      texts().flatMap(({ file, text }) =>
        registry.test(text) ? [`${file}: ${registry.exec(text)?.[0]}`] : [],
      ),
    ).toEqual([]);
  });
});
