/** メール。宛先はいつも一人だけで、宛先の欄に何を書いても増えたり移ったりしない。 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mailer, OutgoingMail } from "#app/adapters/mail/mailer-port.ts";
import { createKeptMailer, createSmtpMailer } from "#app/adapters/mail/nodemailer.server.ts";
import { type SmtpSink, startSmtpSink } from "./smtp-sink.ts";

const FROM = "noreply@portal.example.jp";
const mail: OutgoingMail = {
  to: { name: "総務課 小田 航", address: "soumu@aoba.example.jp" },
  subject: "【経営力向上計画】申請を受け付けました（受付番号 26-0000-0018）",
  body: "総務課 小田 航 様\n\n髙橋・﨑山・𠮷川\nhttps://portal.example.jp/c/7990001000001",
  messageId: "<6b31@portal.example.jp>",
};

/** 宛先の欄に書かれ得る、宛先を増やす・移す書き方。 */
const tricks: readonly (readonly [name: string, to: OutgoingMail["to"]])[] = [
  ["改行", { name: "小田 航", address: "soumu@aoba.example.jp\r\nBcc: thief@evil.example" }],
  ["カンマ", { name: "小田 航", address: "soumu@aoba.example.jp, thief@evil.example" }],
  ["グループの書き方", { name: "小田 航", address: "team: soumu@aoba.example.jp, thief@evil.example;" }],
  ["注釈", { name: "小田 航", address: "soumu@aoba.example.jp (thief@evil.example)" }],
  ["宛先の入った宛名", { name: 'x <thief@evil.example>, "y', address: "soumu@aoba.example.jp" }],
  ["改行の入った宛名", { name: "小田\r\nBcc: thief@evil.example", address: "soumu@aoba.example.jp" }],
  ["二つ目の@", { name: "小田 航", address: "soumu@aoba.example.jp@evil.example" }],
  ["山括弧", { name: "小田 航", address: "soumu@aoba.example.jp> <thief@evil.example" }],
];

describe("SMTP で送る", () => {
  let sink: SmtpSink;
  let mailer: Mailer;
  beforeAll(async () => {
    sink = await startSmtpSink();
    mailer = createSmtpMailer(sink.url, FROM);
  });
  afterAll(async () => {
    mailer.close();
    await sink.close();
  });

  it("日本語の件名と本文が、一人の宛先に字の欠けなく届く", async () => {
    expect(await mailer.send(mail)).toBe("sent");
    const delivery = sink.deliveries.at(-1);
    expect(delivery).toMatchObject({ from: FROM, recipients: ["soumu@aoba.example.jp"] });
    const parsed = await PostalMime.parse(delivery?.raw ?? "");
    expect(parsed).toMatchObject({
      subject: mail.subject,
      from: { name: "経営力向上計画 電子申請ポータル", address: FROM },
      to: [mail.to],
      messageId: mail.messageId,
    });
    expect(parsed.text?.trimEnd()).toBe(mail.body);
    expect([parsed.cc, parsed.bcc, parsed.html]).toEqual([undefined, undefined, undefined]);
    expect(delivery?.raw.every((byte) => byte < 0x80)).toBe(true);
  });

  it("送り直しても Message-ID は同じ", async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    const ids = await Promise.all(
      sink.deliveries.slice(-2).map(async ({ raw }) => (await PostalMime.parse(raw)).messageId),
    );
    expect(ids).toEqual([mail.messageId, mail.messageId]);
  });

  it("受け手が断れば投げ、届いたことにしない", async () => {
    const before = sink.deliveries.length;
    sink.refuseNext();
    await expect(mailer.send(mail)).rejects.toThrow("try again later");
    expect(sink.deliveries).toHaveLength(before);
  });

  it("受け手がいなければ投げる", async () => {
    const closed = await startSmtpSink();
    await closed.close();
    const lost = createSmtpMailer(closed.url, FROM);
    await expect(lost.send(mail)).rejects.toThrow();
    lost.close();
  });

  it.each(tricks)("%sを使っても、正しい一人に届くか、断られる", async (_name, to) => {
    const before = sink.deliveries.length;
    const result = await mailer.send({ ...mail, to }).catch(() => "refused");
    const delivered = sink.deliveries.slice(before);
    expect(delivered).toHaveLength(result === "sent" ? 1 : 0);
    for (const { recipients, raw } of delivered) {
      expect(recipients).toEqual(["soumu@aoba.example.jp"]);
      const parsed = await PostalMime.parse(raw);
      expect(parsed.to?.map(({ address }) => address)).toEqual(["soumu@aoba.example.jp"]);
      expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined]);
      expect(parsed.headers.map(({ key }) => key)).not.toContain("bcc");
    }
  });
});

describe("SMTP がないとき", () => {
  let folder: string;
  let mailer: Mailer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "portal-mail-"));
    mailer = createKeptMailer(join(folder, "mail"), FROM);
  });
  afterAll(async () => {
    mailer.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("送るはずの一通が .eml に残り、同じ仕事の送り直しは増えない", async () => {
    expect(await mailer.send(mail)).toBe("kept");
    expect(await mailer.send(mail)).toBe("kept");
    await mailer.send({ ...mail, messageId: "<6b32@portal.example.jp>" });
    const names = (await readdir(join(folder, "mail"))).toSorted();
    expect(names).toEqual(["_6b31_portal.example.jp_.eml", "_6b32_portal.example.jp_.eml"]);
    const parsed = await PostalMime.parse(await readFile(join(folder, "mail", names[0] ?? "")));
    expect(parsed).toMatchObject({ subject: mail.subject, to: [mail.to], messageId: mail.messageId });
    expect(parsed.text?.trimEnd()).toBe(mail.body);
  });

  it.each(tricks)("%sを使っても、残した一通の宛先は増えない", async (_name, to) => {
    const messageId = `<trick-${tricks.findIndex(([, one]) => one === to)}@portal.example.jp>`;
    const result = await mailer.send({ ...mail, to, messageId }).catch(() => "refused");
    if (result === "refused") return expect(result).toBe("refused");
    const name = messageId.replaceAll(/[^\w.-]/gu, "_");
    const parsed = await PostalMime.parse(await readFile(join(folder, "mail", `${name}.eml`)));
    expect(parsed.to).toHaveLength(1);
    expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined]);
  });
});
