/** 書類の添付を、JavaScript のある画面とない画面で。 */
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Services } from "#app/services.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { startApplication } from "#app/usecases/applications/start-application.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { pdfFile, pngFile } from "#test/support/attachment-files.ts";
import { manufacturing } from "#test/support/example-plans.ts";
import { demoIdentities } from "../../scripts/demonstration/demo-identities.ts";
import { openHouse } from "./support/house.ts";
import { fileApplication } from "./support/steps/application.ts";
import { openRecord } from "./support/steps/review.ts";
import { scriptsReady, type Visitor, type VisitorOptions } from "./support/visitor.ts";

const COMPANY = "7990001000001";
const drafts: string[] = [];

/** A類型の設備を書き終えた下書きを、試験の数だけ用意する。 */
async function prepareDrafts(services: Services): Promise<void> {
  const { applicants } = await demoIdentities(services);
  const actor = applicants.get(COMPANY);
  if (actor === undefined) throw new Error("デモの申請者がいません。");
  const context: UseCaseContext = { ...services, actor, requestId: "prepare" };
  for (let index = 0; index < 6; index += 1) {
    const started = await startApplication(context, {
      companyKey: COMPANY,
      intentKey: `attachments-${index}`,
      anotherDraft: true,
    });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const place = { companyKey: COMPANY, applicationId: started.value.applicationId };
    for (const [section, answers] of Object.entries(manufacturing.answers)) {
      const expectedVersion = section === "company" ? 1 : 0;
      const saved = await saveSection(context, { ...place, section, expectedVersion, answers });
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    }
    drafts.push(`/c/${COMPANY}/applications/${place.applicationId}`);
  }
}

const house = openHouse(prepareDrafts);

async function openAttachments(options?: VisitorOptions): Promise<{ visitor: Visitor; draft: string }> {
  const draft = drafts.pop();
  if (draft === undefined) throw new Error("下書きが足りません。");
  const visitor = await house.arrive("aoba", options);
  await visitor.open(`${draft}/attachments`);
  return { visitor, draft };
}

const card = (visitor: Visitor) => visitor.page.locator("section#industry-certificate");
const choose = (visitor: Visitor, name: string, buffer: Buffer) =>
  card(visitor)
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const certificate = pdfFile({ size: 3_500_000 });

describe("JavaScript のない画面", () => {
  it("足りない書類を確かめ、添付し、差し替え、取り除き、また添付して申請し、控えと局の画面に残る", async () => {
    const { visitor, draft } = await openAttachments({ javaScript: false });
    expect(await visitor.text()).toContain("まだ添付されていない書類が1件あります");
    await visitor.open(`${draft}/check`);
    const lack = visitor.page.getByRole("link", { name: /書類の添付：.*工業会等の証明書/u });
    expect(await lack.getAttribute("href")).toBe(`${draft}/attachments#industry-certificate`);
    await visitor.moving(() => lack.click());

    expect((await visitor.press("添付する", card(visitor))).status).toBe(422);
    expect(await visitor.text()).toContain("ファイルを選んでください。");
    await choose(visitor, "証明書.pdf", Buffer.from("MZ 実行ファイル"));
    expect((await visitor.press("添付する", card(visitor))).status).toBe(422);
    expect(await card(visitor).innerText()).toContain("受け取れるのは PDF、JPEG、PNG のファイルだけです");

    await choose(visitor, "日工機証26-004417.pdf", certificate);
    expect((await visitor.press("添付する", card(visitor))).status).toBe(200);
    expect(await visitor.text()).toContain("添付しました");
    expect(await card(visitor).innerText()).toContain("揃っています");
    expect(await card(visitor).innerText()).toContain(sha256(certificate));

    await visitor.moving(() =>
      card(visitor)
        .getByRole("link", { name: /差し替える/u })
        .click(),
    );
    await choose(visitor, "証明書の写真.png", pngFile());
    await visitor.press("差し替える", card(visitor));
    expect(await card(visitor).innerText()).not.toContain("日工機証26-004417.pdf");
    await visitor.moving(() =>
      card(visitor)
        .getByRole("button", { name: /取り除く/u })
        .click(),
    );
    expect(await visitor.text()).toContain("まだ添付されていない書類が1件あります");
    await choose(visitor, "日工機証26-004417.pdf", certificate);
    await visitor.press("添付する", card(visitor));

    const { number } = await fileApplication(visitor, draft);
    const receipt = await visitor.text();
    for (const words of ["日工機証26-004417.pdf", "3.3 MB", sha256(certificate)])
      expect(receipt).toContain(words);
    await visitor.open(`${draft}/attachments`);
    expect(visitor.path).toBe(draft);

    const reviewer = await house.arrive("tohokuReviewer", { javaScript: false });
    await openRecord(reviewer, number);
    const link = reviewer.page.getByRole("link", { name: "日工機証26-004417.pdf" });
    const answer = await reviewer.context.request.get(
      new URL((await link.getAttribute("href")) ?? "", reviewer.page.url()).href,
    );
    expect(sha256(await answer.body())).toBe(sha256(certificate));
    expect(answer.headers()).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
      "content-disposition": expect.stringMatching(/^attachment; /u),
    });
    await reviewer.leave();
    await visitor.leave();
  });

  it("大きすぎるファイルは、送り終えた後に欄の誤りで答え、途中で切らない", async () => {
    const { visitor } = await openAttachments({ javaScript: false });
    await choose(visitor, "大きな証明書.pdf", pdfFile({ size: 15_000_000 }));
    expect((await visitor.press("添付する", card(visitor))).status).toBe(422);
    expect(await card(visitor).innerText()).toContain("一つのファイルは10 MBまでです");
    await visitor.leave();
  });

  it("携帯電話の幅でも、添付できる", async () => {
    const { visitor } = await openAttachments({ javaScript: false, viewport: { width: 390, height: 844 } });
    await choose(visitor, `${"とても長い名前の証明書".repeat(8)}.pdf`, pdfFile());
    await visitor.press("添付する", card(visitor));
    expect(await card(visitor).innerText()).toContain("揃っています");
    await visitor.leave();
  });
});

describe("JavaScript のある画面", () => {
  it("画面を移らずに分けて送り、添付した物がその場に出る", async () => {
    const { visitor } = await openAttachments();
    const pieces: string[] = [];
    visitor.page.on("request", (request) => {
      if (request.method() === "PUT") pieces.push(request.headers()["upload-offset"] ?? "");
    });
    await choose(visitor, "証明書.pdf", certificate);
    await card(visitor).getByRole("button", { name: "添付する" }).click();
    await card(visitor).getByText("揃っています").waitFor();
    expect(pieces).toEqual(["0", "1048576", "2097152", "3145728"]);
    expect(await card(visitor).innerText()).toContain(sha256(certificate));
    await visitor.page.getByRole("status", { name: /添付しました/u }).waitFor();
    await visitor.look();
    await visitor.leave();
  });

  it("選び忘れと、中身の違うファイルは、欄の誤りになり、焦点が欄に移る", async () => {
    const { visitor } = await openAttachments();
    const input = card(visitor).locator("input[type=file]");
    await card(visitor).getByRole("button", { name: "添付する" }).click();
    await card(visitor).getByText("ファイルを選んでください。").waitFor();
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    await choose(visitor, "証明書.pdf", Buffer.from("MZ 実行ファイル"));
    await card(visitor).getByRole("button", { name: "添付する" }).click();
    await card(visitor).getByText("受け取れるのは PDF、JPEG、PNG").waitFor();
    await visitor.look();
    await choose(visitor, "証明書.pdf", pdfFile());
    await card(visitor).getByRole("button", { name: "添付する" }).click();
    await card(visitor).getByText("揃っています").waitFor();
    await visitor.leave();
  });

  it("送る途中で切れ、画面も閉じた後、同じファイルを選べば続きから送る", async () => {
    const { visitor, draft } = await openAttachments();
    const { page, context } = visitor;
    let sent = 0;
    await page.route("**/attachments/*", async (route) => {
      if (route.request().method() === "PUT" && (sent += 1) > 2) await route.abort("connectionreset");
      else await route.continue();
    });
    const folder = await mkdtemp(join(tmpdir(), "portal-attach-"));
    const file = join(folder, "証明書.pdf");
    await writeFile(file, certificate);
    await card(visitor).locator("input[type=file]").setInputFiles(file);
    await card(visitor).getByRole("button", { name: "添付する" }).click();
    await card(visitor).getByText("接続が切れました。つながると、続きから送ります。").waitFor();
    await visitor.look();
    // 閉じる前に道を戻すと、閉じる間際に続きが届き得る。
    const again = await context.newPage();
    await page.close();
    const offsets: string[] = [];
    again.on("request", (request) => {
      if (request.method() === "PUT") offsets.push(request.headers()["upload-offset"] ?? "");
    });
    await again.goto(`${house.portal.origin}${draft}/attachments`);
    await scriptsReady(again);
    const place = again.locator("section#industry-certificate");
    expect(await place.innerText()).toContain("送りかけのファイルがあります：証明書.pdf（2 MB／3.3 MB");
    await place.locator("input[type=file]").setInputFiles(file);
    await place.getByRole("button", { name: "添付する" }).click();
    await place.getByText("揃っています").waitFor();
    expect(await place.innerText()).toContain(sha256(certificate));
    expect(offsets).toEqual(["2097152", "3145728"]);
    await rm(folder, { recursive: true });
    // 通信をわざと切ったので、静かさは見ない。
    await context.close();
  });
});
