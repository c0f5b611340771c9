/** 手元の控えと印: 提出先の JSON を短い道で答えること、画面の中身の印が変わるまで 304 で答えること。 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDirectly } from "#app/http/direct-answer.server.ts";
import { pageResponse } from "#app/http/tagged-page.server.ts";
import { loader as lookupJson } from "#app/routes/public/lookup-json.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";

let portal: TestServices;
let server: Server;
let origin: string;
beforeAll(async () => {
  portal = await startTestServices();
  const app = express();
  app.use(answerDirectly({ "/lookup.json": lookupJson }, () => portal.loadContext));
  app.use((_request, response) => void response.status(404).send("ほかの道"));
  server = createServer((request, response) => void app(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
  });
  await portal.close();
});

const query = "/lookup.json?industry=4711&prefecture=28";

describe("提出先の JSON の短い道", () => {
  it("ルートと同じ本文とヘッダーで答え、印が同じなら本文のない 304 で答える", async () => {
    const through = await load(lookupJson, portal.loadContext, query);
    const direct = await fetch(`${origin}${query}`);
    expect([direct.status, await direct.json()]).toEqual([200, await through.json()]);
    for (const name of ["Cache-Control", "ETag", "Content-Type", "Vary"])
      expect(direct.headers.get(name), name).toBe(through.headers.get(name));
    const tag = direct.headers.get("ETag") ?? "";
    const again = await fetch(`${origin}${query}`, { headers: { "If-None-Match": tag } });
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", tag]);
  });

  it("入力の誤りは 400 と欄の理由で答え、ほかの道筋と送信には触らない", async () => {
    const wrong = await fetch(`${origin}/lookup.json?industry=1&prefecture=99`);
    expect([wrong.status, await wrong.json()]).toMatchObject([
      400,
      { errors: [{ field: "industry" }, { field: "prefecture" }] },
    ]);
    expect((await fetch(`${origin}/lookup`)).status).toBe(404);
    expect((await fetch(`${origin}/toString`)).status).toBe(404);
    expect((await fetch(`${origin}${query}`, { method: "POST" })).status).toBe(404);
  });
});

describe("画面の印", () => {
  const answer = (body: string, given: { cacheControl?: string; tag?: string; status?: number } = {}) =>
    pageResponse(
      new Request("http://localhost/guidelines", { headers: { "If-None-Match": given.tag ?? "" } }),
      Buffer.from(body),
      {
        headers: new Headers({ "Cache-Control": given.cacheControl ?? "private, max-age=300" }),
        status: given.status ?? 200,
      },
    );

  it("同じ中身なら 304、中身が変われば全部を新しい印とともに返す", async () => {
    const first = answer("令和8年4月1日版");
    const tag = first.headers.get("ETag") ?? "";
    const same = answer("令和8年4月1日版", { tag });
    expect([same.status, await same.text(), same.headers.get("ETag")]).toEqual([304, "", tag]);
    const changed = answer("次の版", { tag });
    expect([changed.status, await changed.text()]).toEqual([200, "次の版"]);
    expect(changed.headers.get("ETag")).not.toBe(tag);
  });

  it.each([
    ["控えてはならない画面", "no-store", 200],
    ["無い画面", "private, max-age=300", 404],
  ])("%sには印を付けない", (_name, cacheControl, status) => {
    expect(answer("画面", { cacheControl, status, tag: "*" }).status).toBe(status);
    expect(answer("画面", { cacheControl, status }).headers.get("ETag")).toBeNull();
  });
});
