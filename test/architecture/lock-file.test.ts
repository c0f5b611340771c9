import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { missingEdges } from "../../scripts/setup/lock-file.mjs";

const projectRoot = path.resolve(import.meta.dirname, "../..");
const read = (file: string) => JSON.parse(readFileSync(path.join(projectRoot, file), "utf8"));

describe("版の固定", () => {
  it("package-lock.json に抜けがない（あれば npm ci が断る。node scripts/complete-lock.mjs で補う）", () => {
    expect(missingEdges(read("package-lock.json").packages)).toEqual([]);
  });

  it("抜けの検査は、行が無い物と版の違う物を見つける", () => {
    const packages = {
      "": { dependencies: { a: "1.0.0", gone: "^2.0.0" } },
      "node_modules/a": { version: "1.0.0", optionalDependencies: { "a-linux": "1.0.0", "a-mac": "1.0.0" } },
      "node_modules/a-linux": { version: "1.0.1" },
    };
    expect(missingEdges(packages)).toEqual([
      { from: "", name: "gone", spec: "^2.0.0", optional: false },
      { from: "node_modules/a", name: "a-linux", spec: "1.0.0", optional: true },
      { from: "node_modules/a", name: "a-mac", spec: "1.0.0", optional: true },
    ]);
  });

  it("package.json は版を一つに決めて書く", () => {
    const { dependencies, devDependencies } = read("package.json");
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  it("package.json と package-lock.json は同じ版を言う", () => {
    const { dependencies, devDependencies } = read("package.json");
    const root = read("package-lock.json").packages[""];
    expect({ ...root.dependencies, ...root.devDependencies }).toEqual({
      ...dependencies,
      ...devDependencies,
    });
  });

  it("package-lock.json は取り寄せ先を名指ししない", () => {
    expect(readFileSync(path.join(projectRoot, "package-lock.json"), "utf8")).not.toMatch(/"resolved"/);
  });
});
