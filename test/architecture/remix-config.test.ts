import { readFileSync } from "node:fs";
import path from "node:path";
import type { VitePluginConfig } from "@remix-run/dev";
import { afterAll, describe, expect, it, vi } from "vitest";
import remixConfig from "../../remix.config.js";
import { projectRoot } from "./source-files.ts";

describe("Remix の設定", () => {
  afterAll(() => {
    vi.doUnmock("@remix-run/dev");
    vi.resetModules();
  });

  it("vite.config.ts が Remix に渡すのは、remix.config.js と同じ物", async () => {
    const given: unknown[] = [];
    vi.doMock("@remix-run/dev", () => ({
      vitePlugin: (options: VitePluginConfig) => {
        given.push(options);
        return [];
      },
    }));
    await import("../../vite.config.ts");
    expect(given).toHaveLength(1);
    expect(given[0]).toBe(remixConfig);
  });

  it("この版の Remix が知る v3 の旗は、すべて立っている", () => {
    const types = readFileSync(
      path.join(projectRoot, "node_modules/@remix-run/dev/dist/config.d.ts"),
      "utf8",
    );
    const known = [...new Set(types.match(/\bv3_\w+(?=\??: boolean)/g))].sort();
    expect(known.length).toBeGreaterThan(3);
    const raised = Object.entries(remixConfig.future ?? {}).flatMap(([name, on]) => (on ? [name] : []));
    expect(raised.filter((name) => name.startsWith("v3_")).sort()).toEqual(known);
  });
});
