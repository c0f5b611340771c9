/** 届いたものをそのまま溜める、本物の SMTP の受け手。 */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Delivery = {
  readonly from: string;
  /** 封筒の宛先。 */
  readonly recipients: readonly string[];
  readonly raw: Buffer;
};

export type SmtpSink = {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  /** 次の一通を、一時的な誤りとして断る。 */
  refuseNext(): void;
  close(): Promise<void>;
};

export async function startSmtpSink(): Promise<SmtpSink> {
  const deliveries: Delivery[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
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
          recipients: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
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
