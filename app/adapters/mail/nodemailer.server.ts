import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import type { Mailer, OutgoingMail } from "./mailer-port.ts";

/** 宛先はオブジェクトで渡す。文字列で渡すと改行やカンマで宛先が増え得る。 */
const envelopeOf = (mail: OutgoingMail, from: string) => ({
  from: { name: "経営力向上計画 電子申請ポータル", address: from },
  to: { name: mail.to.name, address: mail.to.address },
  subject: mail.subject,
  text: mail.body,
  messageId: mail.messageId,
  disableFileAccess: true,
  disableUrlAccess: true,
});

const isLoopback = (host: string): boolean => ["localhost", "127.0.0.1", "[::1]", "::1"].includes(host);

/**
 * SMTP で送る。手元の機械の外へは STARTTLS（又は smtps）を必須にする。
 * @param url smtp://user:password@host:port
 */
export function createSmtpMailer(url: string, from: string): Mailer {
  const { hostname, port, protocol, username, password } = new URL(url);
  const transport = nodemailer.createTransport({
    host: hostname,
    port: port === "" ? (protocol === "smtps:" ? 465 : 587) : Number(port),
    secure: protocol === "smtps:",
    requireTLS: protocol !== "smtps:" && !isLoopback(hostname),
    ignoreTLS: isLoopback(hostname),
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    async send(mail) {
      await transport.sendMail(envelopeOf(mail, from));
      return "sent";
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
      const { message } = await transport.sendMail(envelopeOf(mail, from));
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
