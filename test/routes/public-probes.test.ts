import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as live } from "#app/routes/probes/live.ts";
import { loader as ready } from "#app/routes/probes/ready.ts";
import { checkReadiness, LEAST_FREE_BYTES } from "#app/usecases/operations/check-readiness.server.ts";
import type { Log } from "#app/usecases/tools.ts";
import { recentJobs } from "#db/queries/operations.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
});
afterAll(() => portal.close());

const answer = async (loader: typeof ready, path: string, in_ = portal) => {
  const response = await load(loader, in_.loadContext, path);
  return {
    status: response.status,
    cache: response.headers.get("Cache-Control"),
    body: await response.text(),
  };
};

const recordingLog = () => {
  const failures: object[] = [];
  const ignore = () => undefined;
  const log: Log = { info: ignore, warn: ignore, error: (details) => failures.push(details) };
  return { log, failures };
};

describe("動いているかの問合せ", () => {
  it("/health/live は ok と答える", async () => {
    expect(await answer(live, "/health/live")).toEqual({ status: 200, cache: "no-store", body: "ok" });
  });

  it("/health/live は、データベースが閉じていても答える", async () => {
    const closed = await startTestServices();
    await closed.close();
    expect(await answer(live, "/health/live", closed)).toMatchObject({ status: 200 });
  });
});

describe("受け付けられるかの問合せ", () => {
  it("/health/ready は、書けて、規則集があり、置き場に余裕があれば 200", async () => {
    const { status, cache, body } = await answer(ready, "/health/ready");
    expect({ status, cache }).toEqual({ status: 200, cache: "no-store" });
    expect(JSON.parse(body)).toEqual({ status: "ready", database: "ok", rulebook: "ok", disk: "ok" });
  });

  it("確かめるために書いた行は残らない", async () => {
    await answer(ready, "/health/ready");
    expect(await recentJobs(portal.services.database, 10)).toEqual([]);
  });

  it("データベースが使えなければ 503 で、わけは外に見せない", async () => {
    const closed = await startTestServices();
    await closed.close();
    const { status, body } = await answer(ready, "/health/ready", closed);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ status: "notReady", database: "failed", rulebook: "failed" });
    expect(body).not.toContain("portal.sqlite");
  });

  it("書込みだけができないとき（読取り専用になったとき）も 503", async () => {
    const locked = await startTestServices();
    locked.services.database.raw.pragma("query_only = ON");
    const { status, body } = await answer(ready, "/health/ready", locked);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ database: "failed", rulebook: "ok" });
    await locked.close();
  });

  it("規則集の施行より前なら、規則集がないと答える", async () => {
    const early = await startTestServices({ clock: { now: () => "2026-03-30T00:00:00.000Z" } });
    const { status, body } = await answer(ready, "/health/ready", early);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ database: "ok", rulebook: "failed" });
    await early.close();
  });

  it.each([
    [LEAST_FREE_BYTES, "ok", 0],
    [LEAST_FREE_BYTES - 1, "failed", 1],
  ])("置き場の空きが %d バイトなら %s", async (free, disk, failed) => {
    const { log, failures } = recordingLog();
    const context = portal.context({ kind: "visitor" });
    expect(await checkReadiness(context, log, () => Promise.resolve(free))).toMatchObject({ disk });
    expect(failures).toHaveLength(failed);
  });
});
