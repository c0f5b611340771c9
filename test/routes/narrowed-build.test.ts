import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, it } from "vitest";
import { firstSegment, narrowedBuilds } from "#app/http/narrowed-build.server.ts";
import routes from "#app/routes.ts";

type Table = ServerBuild["routes"];

/** 本物のルートの表から、Remix が渡す形の表を作る。 */
const table: Table = Object.fromEntries(
  [
    { id: "root", parentId: undefined, path: "" },
    ...(routes as readonly RouteConfigEntry[]).map(({ id, file, path, index }) => ({
      id: id ?? file,
      parentId: "root",
      path,
      index,
    })),
  ].map((route) => [route.id, { ...route, module: {} }]),
) as unknown as Table;

const build = { routes: table, assets: { routes: table } } as unknown as ServerBuild;
const narrowed = narrowedBuilds(build);

it("どのルートも、その初めの一節の表にあり、ほかの一節のルートは無い", () => {
  const named = Object.values(table).filter((route) => /^[a-z]/u.test(route?.path ?? ""));
  expect(named.length).toBeGreaterThan(100);
  for (const route of named) {
    const segment = route?.path?.split("/")[0] ?? "";
    expect(narrowed.get(segment)?.routes[route?.id ?? ""], route?.path).toBe(route);
  }
  for (const [segment, part] of narrowed)
    for (const { path } of Object.values(part.routes).filter((route) => route !== undefined))
      expect(["", "*", segment, undefined], path).toContain(path?.split("/")[0]);
});

it("外枠と、表に無いアドレスの画面は、どの一節の表にもある", () => {
  const shared = Object.values(table).filter((route) => ["", "*"].includes(route?.path ?? ""));
  for (const part of narrowed.values())
    for (const route of shared) expect(part.routes[route?.id ?? ""]).toBe(route);
  expect(narrowed.get("review")?.assets.routes).toEqual(narrowed.get("review")?.routes);
});

it.each([
  ["/review?q=1", "review"],
  ["/review.data", "review"],
  ["/c/1234567890123/applications/new.data?_routes=x", "c"],
  ["/", ""],
  ["//review", ""],
  ["/%72eview", "%72eview"],
])("%s の初めの一節は「%s」", (url, segment) => {
  expect(firstSegment(url)).toBe(segment);
});

it.each(["", "%72eview", "Review", "__manifest", "何でもない"])(
  "「%s」で始まるアドレスには、表を分けない",
  (segment) => {
    expect(narrowed.has(segment)).toBe(false);
  },
);
