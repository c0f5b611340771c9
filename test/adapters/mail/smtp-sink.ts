/** 届いたものをそのまま溜める、本物の SMTP の受け手。 */
import type { AddressInfo } from "node:net";
import { domainToASCII } from "node:url";
import { SMTPServer } from "smtp-server";

export type Delivery = {
  readonly from: string;
  /** 封筒の宛先。 */
  readonly recipients: readonly string[];
  readonly raw: Buffer;
  /** 暗号にした接続で届いたか。 */
  readonly secure: boolean;
};

export type SmtpSink = {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  /** 次の一通を、一時的な誤りとして断る。 */
  refuseNext(): void;
  close(): Promise<void>;
};

/** 受け手の部品は、届いた Punycode のドメインを元の字に戻して渡す。送られた形に直す。 */
const asSent = (address: string): string => {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
};

/**
 * @param options.host 待ち受ける先。省けば 127.0.0.1
 * @param options.tls STARTTLS に使う鍵と証明書（PEM）。省けば STARTTLS を受けない
 * @param options.unknown この宛先は、これからも受けないと答える
 */
export async function startSmtpSink(
  options: {
    readonly host?: string;
    readonly tls?: { readonly key: string; readonly cert: string };
    readonly unknown?: string;
  } = {},
): Promise<SmtpSink> {
  const { host = "127.0.0.1", tls, unknown } = options;
  const deliveries: Delivery[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    ...(tls === undefined ? { disabledCommands: ["STARTTLS"] } : tls),
    onRcptTo({ address }, _session, done) {
      done(address === unknown ? Object.assign(new Error("user unknown"), { responseCode: 550 }) : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (refusing) {
          refusing = false;
          done(Object.assign(new Error("try again later"), { responseCode: 451 }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        deliveries.push({
          from: mailFrom === false ? "" : mailFrom.address,
          recipients: rcptTo.map(({ address }) => asSent(address)),
          raw: Buffer.concat(chunks),
          secure: session.secure,
        });
        done();
      });
    },
  });
  // 証明書を断られた接続などは、送り手の試験で見る。
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${host}:${port}`,
    deliveries,
    refuseNext() {
      refusing = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
