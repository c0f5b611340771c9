/** 家のファイルを読む。試験が見る範囲をここだけで決める。 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

const NOT_OURS = new Set(["node_modules", "build", "var", ".git"]);

/** 根からの相対の場所（`/` 区切り）。作られた物と取り寄せた物は含まない。 */
export const allFiles = (folder = ""): string[] =>
  readdirSync(path.join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    // 作業木では .git はファイル。
    if (NOT_OURS.has(file)) return [];
    if (entry.isDirectory()) return allFiles(file);
    return entry.isFile() ? [file] : [];
  });

/** 手で書いた TypeScript（型だけの宣言を除く）。 */
export const sourceFiles = () =>
  allFiles().filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts") && !file.startsWith("db/migrations/"),
  );

export const textOf = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");

/** `見つけた物の説明` を返す述語に、構文木の節を残らず見せる。 */
export const findInSyntax = (text: string, describe: (node: ts.Node) => string | null): string[] => {
  const found: string[] = [];
  const source = ts.createSourceFile("source.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node) => {
    const description = describe(node);
    if (description !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${line + 1}: ${description}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
