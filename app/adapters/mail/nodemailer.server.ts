import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { type Mailer, type OutgoingMail, PermanentMailFault } from "./mailer-port.ts";
import { singleAddress } from "./single-address.server.ts";

/** 件名と宛名に改行などの制御文字があっても、見出しの行を増やさない。 */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ").trim();

/**
 * 宛先はオブジェクトで渡す。文字列で渡すと改行やカンマで宛先が増え得る。
 * @throws PermanentMailFault 宛先が一人を指さないとき
 */
function messageOf(mail: OutgoingMail, from: string) {
  const address = singleAddress(mail.to.address);
  if (address === null) throw new PermanentMailFault("宛先のメールアドレスが、一人を指していません。");
  return {
    from: { name: "経営力向上計画 電子申請ポータル", address: from },
    to: { name: oneLine(mail.to.name), address },
    envelope: { from, to: [address] },
    subject: oneLine(mail.subject),
    text: mail.body,
    messageId: mail.messageId,
    // 自動で送るメールに、不在の返事などが返らないようにする（RFC 3834）。
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const isLoopback = (host: string): boolean => ["localhost", "127.0.0.1", "[::1]", "::1"].includes(host);

export type SmtpSettings = {
  /** smtp://user:password@host:port 又は smtps:// */
  readonly url: string;
  readonly from: string;
  /** 受け手の証明書を確かめる認証局（PEM）。null なら実行系の一覧。 */
  readonly ca: string | null;
  /** null なら DKIM の署名をしない。 */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly privateKey: string } | null;
};

/** 受け手が、その宛先をこれからも受けないと答えたか（RFC 5321 の 5yz）。ログインの失敗などは含まない。 */
const refusedForGood = (error: unknown): boolean =>
  error instanceof Error &&
  "responseCode" in error &&
  typeof error.responseCode === "number" &&
  error.responseCode >= 500 &&
  "command" in error &&
  error.command === "RCPT TO";

/**
 * SMTP で送る。手元の機械の外へは STARTTLS（又は smtps）を必須にし、証明書を確かめる。
 * @param connections 受け手との接続を使い回す数。省けば一通ごとに繋ぐ
 */
export function createSmtpMailer({ url, from, ca, dkim }: SmtpSettings, connections?: number): Mailer {
  const { hostname, port, protocol, username, password } = new URL(url);
  const options = {
    host: hostname,
    port: port === "" ? (protocol === "smtps:" ? 465 : 587) : Number(port),
    secure: protocol === "smtps:",
    requireTLS: protocol !== "smtps:" && !isLoopback(hostname),
    ignoreTLS: isLoopback(hostname),
    ...(ca === null ? {} : { tls: { ca } }),
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(dkim === null
      ? {}
      : {
          dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey },
        }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  };
  const transport =
    connections === undefined
      ? nodemailer.createTransport(options)
      : nodemailer.createTransport({ ...options, pool: true, maxConnections: connections });
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail, from));
        return "sent";
      } catch (error) {
        if (refusedForGood(error) && error instanceof Error)
          throw new PermanentMailFault(error.message, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/**
 * SMTP が無いとき、送るはずの一通を .eml に残す。
 * @param folder 置き場
 */
export function createKeptMailer(folder: string, from: string): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, from));
      await mkdir(folder, { recursive: true });
      const name = mail.messageId.replaceAll(/[^\w.-]/gu, "_");
      const temporary = join(folder, `.${name}.part`);
      await writeFile(temporary, message as Buffer);
      await rename(temporary, join(folder, `${name}.eml`));
      return "kept";
    },
    close: () => transport.close(),
  };
}
