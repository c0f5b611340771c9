/** だれでも、ログインせずに、認定通知書が本物かを確かめられる。 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { contextFor } from "#app/http/guard.server.ts";
import { writtenCode } from "#app/domain/certification/certificate-code.ts";
import type { Services } from "#app/services.server.ts";
import { certifiedPlan } from "#test/support/certified.ts";
import { rememberServices } from "#test/support/portal-services.ts";
import { openHouse } from "./support/house.ts";

let code = "";
let number = "";
let issued: Uint8Array = new Uint8Array();
const folders: string[] = [];

/** 認定まで進め、通知書を作っておく。 */
async function certifyOne(services: Services): Promise<void> {
  rememberServices(services);
  const context = (actor: Parameters<typeof contextFor>[1]) => contextFor(services, actor, "prepare");
  const certified = await certifiedPlan({ services, context });
  ({ code, bytes: issued } = await certified.latest());
  ({ number } = certified);
}

const house = openHouse(certifyOne);
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "portal-verify-"));
  folders.push(folder);
  const file = join(folder, "certificate.pdf");
  await writeFile(file, bytes);
  return file;
}

const valid = "この認定通知書は、発行されたもので、有効です";

describe.each([
  ["JavaScript があるとき", true],
  ["JavaScript が無いとき", false],
])("%s", (_name, javaScript) => {
  it("QR のアドレスを開くと、紙と同じ内容が示される", async () => {
    const visitor = await house.visit({ javaScript });
    expect(await visitor.open(`/verify/${code}`)).toMatchObject({ status: 200 });
    const text = await visitor.text();
    for (const words of [
      valid,
      number,
      "第1版",
      "令和8年12月1日",
      "株式会社青葉精密製作所",
      "東北経済産業局長",
    ])
      expect(text).toContain(words);
    for (const secret of ["髙橋", "soumu@", "7990001000001", "仙台市"]) expect(text).not.toContain(secret);
    await visitor.leave();
  });

  it("紙の符号を打って確かめられ、打ち間違いは欄の誤りとして示される", async () => {
    const visitor = await house.visit({ javaScript });
    await visitor.open("/verify");
    await visitor.page.getByLabel("確認の符号").fill(writtenCode(code).toLowerCase());
    await visitor.page.getByRole("button", { name: "符号で確かめる" }).click();
    await visitor.page.getByRole("heading", { name: valid }).waitFor();
    const field = visitor.page.getByLabel("確認の符号");
    await field.fill(writtenCode((code.startsWith("2") ? "3" : "2") + code.slice(1)));
    await visitor.page.getByRole("button", { name: "符号で確かめる" }).click();
    await visitor.page.getByRole("alert").waitFor();
    expect(await visitor.text()).toContain("打ち間違いがあります");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await visitor.leave();
  });

  it("PDF を送って確かめられ、書き足した PDF は変えられたと示される", async () => {
    const visitor = await house.visit({ javaScript });
    const send = async (bytes: Uint8Array, title: string) => {
      await visitor.open("/verify");
      await visitor.page.getByLabel("認定通知書の PDF ファイル").setInputFiles(await fileOf(bytes));
      await visitor.page.getByRole("button", { name: "ファイルで確かめる" }).click();
      await visitor.page.getByRole("heading", { name: title }).waitFor();
      return visitor.path;
    };
    expect(await send(issued, valid)).toBe("/verify");
    const appended = Buffer.concat([issued, Buffer.from("% 書き足した頁\n%%EOF\n")]);
    await send(appended, "このファイルは、発行した後に変えられています");
    await send(Buffer.from("%PDF-1.7\n%%EOF\n"), "この通知書は、発行の記録にありません");
    await visitor.leave();
  });
});

describe("プログラムから", () => {
  it("Accept: application/json には JSON で答える", async () => {
    const headers = { Accept: "application/json" };
    const answer = await fetch(`${house.portal.origin}/verify/${writtenCode(code)}`, { headers });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ verdict: "valid", paper: { number, edition: 1 } });
    const broken = await fetch(`${house.portal.origin}/verify?code=ABC`, { headers });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toEqual({ error: expect.stringContaining("28字") });
    const body = new FormData();
    body.set("file", new Blob([Uint8Array.from(issued)]), "certificate.pdf");
    const uploaded = await fetch(`${house.portal.origin}/verify`, {
      method: "POST",
      headers: { ...headers, Origin: house.portal.origin },
      body,
    });
    expect(await uploaded.json()).toMatchObject({ verdict: "valid" });
  });
});
