import { describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { sourceFiles, textOf } from "./source-files.ts";

type Entry = { readonly file: string; readonly children?: readonly Entry[] };

const filesOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => [`app/${entry.file.replace(/^\.\//, "")}`, ...filesOf(entry.children ?? [])]);

describe("URL の表", () => {
  it("表にあるファイルは、みな在る", () => {
    const present = new Set(sourceFiles());
    expect(filesOf(routes).filter((file) => !present.has(file))).toEqual([]);
  });

  it("app/routes のファイルは、みな表にあるか、表にあるファイルの部品である", () => {
    const named = new Set(filesOf(routes));
    const inRoutes = sourceFiles().filter((file) => file.startsWith("app/routes/"));
    const users = [...inRoutes, "app/root.tsx", "app/entry.server.tsx", "app/portal.server.ts"];
    const imports = users.map((file) => textOf(file)).join("\n");
    const left = inRoutes.filter(
      (file) => !named.has(file) && !imports.includes(`/${file.slice(file.lastIndexOf("/") + 1)}"`),
    );
    expect(left).toEqual([]);
  });
});
