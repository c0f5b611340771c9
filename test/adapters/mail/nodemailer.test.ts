/** メール。宛先はいつも一人だけで、宛先の欄に何を書いても増えたり移ったりしない。 */
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mailer, type OutgoingMail, PermanentMailFault } from "#app/adapters/mail/mailer-port.ts";
import { createKeptMailer, createSmtpMailer } from "#app/adapters/mail/nodemailer.server.ts";
import { checkDkim } from "./dkim.ts";
import { serverCertificate } from "./server-certificate.ts";
import { type SmtpSink, startSmtpSink } from "./smtp-sink.ts";

const FROM = "noreply@portal.example.jp";
const mail: OutgoingMail = {
  to: { name: "総務課 小田 航", address: "soumu@aoba.example.jp" },
  subject: "【経営力向上計画】申請を受け付けました（受付番号 26-0000-0018）",
  body: "総務課 小田 航 様\n\n髙橋・﨑山・𠮷川\nhttps://portal.example.jp/c/7990001000001",
  messageId: "<6b31@portal.example.jp>",
};

const ALONE = "soumu@aoba.example.jp";
const REFUSED = "断られる";

/** 宛先の欄に書かれ得る、宛先を増やす・移す書き方と、届く宛先。 */
const tricks: readonly (readonly [name: string, to: OutgoingMail["to"], ends: string])[] = [
  ["改行", { name: "小田 航", address: `${ALONE}\r\nBcc: thief@evil.example` }, REFUSED],
  ["カンマ", { name: "小田 航", address: `${ALONE}, thief@evil.example` }, REFUSED],
  ["セミコロン", { name: "小田 航", address: `${ALONE};thief@evil.example` }, REFUSED],
  ["グループの書き方", { name: "小田 航", address: `team: ${ALONE}, thief@evil.example;` }, REFUSED],
  ["注釈", { name: "小田 航", address: `${ALONE} (thief@evil.example)` }, REFUSED],
  ["宛名の付いた宛先", { name: "小田 航", address: `小田 <${ALONE}>` }, REFUSED],
  ["山括弧", { name: "小田 航", address: `${ALONE}> <thief@evil.example` }, REFUSED],
  ["二つ目の@", { name: "小田 航", address: `${ALONE}@evil.example` }, REFUSED],
  [
    "引用符の付いた名前の部分",
    { name: "小田 航", address: '"thief@evil.example "@aoba.example.jp' },
    REFUSED,
  ],
  ["空白", { name: "小田 航", address: ` ${ALONE}` }, REFUSED],
  ["空の宛先", { name: "小田 航", address: "" }, REFUSED],
  ["ドメインのない宛先", { name: "小田 航", address: "soumu@" }, REFUSED],
  ["経路の書き方", { name: "小田 航", address: `soumu%aoba.example.jp@[192.0.2.1]` }, REFUSED],
  ["宛先の入った宛名", { name: 'x <thief@evil.example>, "y', address: ALONE }, ALONE],
  ["改行の入った宛名", { name: "小田\r\nBcc: thief@evil.example", address: ALONE }, ALONE],
  ["日本語のドメイン", { name: "小田 航", address: "soumu@例え.jp" }, "soumu@xn--r8jz45g.jp"],
  ["全角のドメイン", { name: "小田 航", address: "soumu@ａｏｂａ.example.jp" }, ALONE],
  ["大文字のドメイン", { name: "小田 航", address: "soumu@AOBA.example.JP" }, ALONE],
];

/** 封筒にも見出しにも、その一人だけ。 */
async function expectAlone(raw: Buffer | Uint8Array, address: string): Promise<void> {
  const parsed = await PostalMime.parse(raw);
  expect(parsed.to?.map((one) => one.address)).toEqual([address]);
  expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined]);
  expect(parsed.headers.map(({ key }) => key)).not.toContain("bcc");
}

const plain = (url: string) => ({ url, from: FROM, ca: null, dkim: null });

describe("SMTP で送る", () => {
  let sink: SmtpSink;
  let mailer: Mailer;
  beforeAll(async () => {
    sink = await startSmtpSink();
    mailer = createSmtpMailer(plain(sink.url));
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
    const lost = createSmtpMailer(plain(closed.url));
    await expect(lost.send(mail)).rejects.toThrow();
    lost.close();
  });

  it.each(tricks)("%s：%j は、%s", async (_name, to, ends) => {
    const before = sink.deliveries.length;
    const result = await mailer.send({ ...mail, to }).catch((error: unknown) => error);
    const delivered = sink.deliveries.slice(before);
    if (ends === REFUSED) {
      expect(result).toBeInstanceOf(PermanentMailFault);
      expect(delivered).toEqual([]);
      return;
    }
    expect(result).toBe("sent");
    expect(delivered.map(({ recipients }) => recipients)).toEqual([[ends]]);
    await expectAlone(delivered[0]?.raw ?? Buffer.alloc(0), ends);
  });

  it("件名に改行があっても、見出しは増えない", async () => {
    await mailer.send({ ...mail, subject: "件名\r\nBcc: thief@evil.example" });
    const delivery = sink.deliveries.at(-1);
    expect(delivery?.recipients).toEqual([ALONE]);
    await expectAlone(delivery?.raw ?? Buffer.alloc(0), ALONE);
  });

  it("受け手がその宛先をこれからも受けないと答えたら、やり直しても届かない失敗になる", async () => {
    const strict = await startSmtpSink({ unknown: ALONE });
    const sender = createSmtpMailer(plain(strict.url));
    await expect(sender.send(mail)).rejects.toBeInstanceOf(PermanentMailFault);
    sender.close();
    await strict.close();
  });

  it("接続を使い回しても、一通に一人のまま", async () => {
    const pooled = createSmtpMailer(plain(sink.url), 2);
    const before = sink.deliveries.length;
    const people = ["ichi", "ni", "san", "yon", "go"].map((name) => `${name}@aoba.example.jp`);
    await Promise.all(people.map((address) => pooled.send({ ...mail, to: { name: "担当", address } })));
    const delivered = sink.deliveries.slice(before).map(({ recipients }) => recipients.join(","));
    expect(delivered.toSorted()).toEqual(people.toSorted());
    pooled.close();
  });
});

describe("手元の機械の外の受け手", () => {
  const host = "127.0.0.2";
  const certificate = serverCertificate(host);
  const sendTo = async (
    sink: SmtpSink,
    settings: Partial<Parameters<typeof createSmtpMailer>[0]> = {},
  ): Promise<unknown> => {
    const sender = createSmtpMailer({ ...plain(sink.url), ...settings });
    const result = await sender.send(mail).catch((error: unknown) => error);
    sender.close();
    await sink.close();
    return result;
  };

  it("STARTTLS を受けない受け手には、平文で送らない", async () => {
    const sink = await startSmtpSink({ host });
    expect(await sendTo(sink)).toBeInstanceOf(Error);
    expect(sink.deliveries).toEqual([]);
  });

  it("確かめられない証明書の受け手には送らず、やり直せる失敗にする", async () => {
    const sink = await startSmtpSink({ host, tls: certificate });
    const result = await sendTo(sink);
    expect(result).toBeInstanceOf(Error);
    expect(result).not.toBeInstanceOf(PermanentMailFault);
    expect(sink.deliveries).toEqual([]);
  });

  it("確かめられる証明書なら、STARTTLS の中で送る", async () => {
    const sink = await startSmtpSink({ host, tls: certificate });
    expect(await sendTo(sink, { ca: certificate.cert })).toBe("sent");
    expect(sink.deliveries.map(({ secure }) => secure)).toEqual([true]);
  });

  it("鍵を設定すれば、本文と見出しに DKIM の署名を付ける", async () => {
    const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const privateKey = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const sink = await startSmtpSink({ host, tls: certificate });
    const dkim = { domain: "portal.example.jp", selector: "mail2026", privateKey };
    expect(await sendTo(sink, { ca: certificate.cert, dkim })).toBe("sent");
    const raw = sink.deliveries[0]?.raw ?? Buffer.alloc(0);
    const signed = checkDkim(raw, pair.publicKey);
    expect(signed).toMatchObject({
      valid: true,
      tags: { d: "portal.example.jp", s: "mail2026", a: "rsa-sha256" },
    });
    for (const name of ["from", "to", "subject"])
      expect(signed?.tags["h"]?.toLowerCase().split(":")).toContain(name);
    const changed = Buffer.from(raw.toString("latin1").replace("Message-ID: <6", "Message-ID: <7"), "latin1");
    expect([checkDkim(changed, pair.publicKey)?.valid, changed.equals(raw)]).toEqual([false, false]);
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

  it.each(tricks)("%s：%j は、残した一通でも、%s", async (_name, to, ends) => {
    const messageId = `<trick-${tricks.findIndex(([, one]) => one === to)}@portal.example.jp>`;
    const result = await mailer.send({ ...mail, to, messageId }).catch(() => REFUSED);
    if (ends === REFUSED) return expect(result).toBe(REFUSED);
    const name = messageId.replaceAll(/[^\w.-]/gu, "_");
    return expectAlone(await readFile(join(folder, "mail", `${name}.eml`)), ends);
  });
});
