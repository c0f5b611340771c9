/** 一人に一通のメール。宛名と宛先は必ず別々に渡す（文字列に組み立てない）。 */
export type OutgoingMail = {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly body: string;
  /** 同じ仕事の再送で変わらない Message-ID。 */
  readonly messageId: string;
};

export type Mailer = {
  /**
   * @returns sent: SMTP が受け取った。kept: SMTP の設定がなく .eml に残した。失敗は throw し、outbox が再送する
   * @throws PermanentMailFault やり直しても届かないとき（宛先が一人を指さない、受け手がその宛先を断った）
   */
  send(mail: OutgoingMail): Promise<"sent" | "kept">;
  close(): void;
};

/** やり直しても届かない。 */
export class PermanentMailFault extends Error {}
