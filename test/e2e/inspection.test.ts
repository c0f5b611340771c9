/** 試験の目そのものの試験。悪い画面を見せて、見逃さないことを確かめる。 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./support/browser.ts";
import { newVisitor } from "./support/visitor.ts";

const good = (body: string): string =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>題</title><link rel="icon" href="data:,"></head>
<body><main><h1>題</h1>${body}</main></body></html>`;

const pages: Readonly<Record<string, string>> = {
  "/good": good("<p>本文</p>"),
  "/no-alt": good('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'),
  "/wide": good('<p style="width: 5000px">広い</p>'),
  "/console": good('<script>console.error("困った")</script>'),
  "/throws": good('<script>throw new Error("壊れた")</script>'),
  "/foreign": good('<script src="https://outside.example/x.js"></script>'),
};

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((request, response) => {
    const body = pages[request.url ?? ""];
    response
      .writeHead(body === undefined ? 404 : 200, {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "script-src 'self' 'unsafe-inline'",
      })
      .end(body ?? good("<p>ない</p>"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

describe.each([{ javaScript: true }, { javaScript: false }])("試験の目（$javaScript）", ({ javaScript }) => {
  it("よい画面と、答えとしての 404 は通す", async () => {
    const visitor = await newVisitor(browser, origin, { javaScript });
    expect(await visitor.open("/good")).toEqual({ status: 200, path: "/good" });
    expect(await visitor.open("/none")).toMatchObject({ status: 404 });
    await visitor.leave();
  });

  it.each([
    ["/no-alt", /image-alt/u],
    ["/wide", /横にはみ出しています/u],
  ])("%s を見逃さない", async (path, reason) => {
    const visitor = await newVisitor(browser, origin, { javaScript });
    await expect(visitor.open(path)).rejects.toThrow(reason);
    await visitor.leave();
  });
});

describe("静けさ", () => {
  it.each([
    ["/console", /困った/u],
    ["/throws", /壊れた/u],
    ["/foreign", /outside\.example/u],
  ])("%s を見逃さない", async (path, reason) => {
    const visitor = await newVisitor(browser, origin);
    await visitor.open(path);
    await expect(visitor.leave()).rejects.toThrow(reason);
  });
});
