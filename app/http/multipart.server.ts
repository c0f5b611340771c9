/**
 * multipart/form-data（RFC 7578）を、届いた分から読む。ファイルを記憶に溜めず、名前はバイト列のまま受け取る
 * （古い道具が Shift_JIS で送った名前を失わないため）。
 */
import { decodeFileName } from "#app/domain/attachment/file-name.ts";

/** 一つの部品。次の部品に進む前に、bytes を読み終えること（残りは読み捨てられる）。 */
export type FormPart = {
  readonly name: string;
  /** ファイルの欄でなければ null。選ばれていなければ空文字。 */
  readonly fileName: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
};

export class BrokenForm extends Error {}

const MAX_HEADER_BYTES = 16 * 1024;
const MAX_PARTS = 1000;
const MAX_TEXT_BYTES = 64 * 1024;

export const isMultipart = (request: Request): boolean =>
  /^multipart\/form-data\b/iu.test(request.headers.get("Content-Type") ?? "");

/**
 * @param limit 本文の全体の上限（バイト）。超えたら BrokenForm
 * @throws BrokenForm 形が崩れている、途中で切れているとき
 */
export async function* readMultipart(request: Request, limit: number): AsyncGenerator<FormPart> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/iu.exec(
    request.headers.get("Content-Type") ?? "",
  );
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || request.body === null) throw new BrokenForm("区切りがありません。");
  const body = new BodyWindow(bodyBytes(request, limit), Buffer.from(`\r\n--${mark}`, "latin1"));
  for await (const piece of body.untilDelimiter()) void piece;
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const after = await body.take(2);
    if (after.toString("latin1") === "--") return;
    if (after.toString("latin1") !== "\r\n") throw new BrokenForm("区切りの後が読めません。");
    const { name, fileName } = disposition(await body.header(MAX_HEADER_BYTES));
    const bytes = body.untilDelimiter();
    yield { name, fileName, bytes };
    for await (const piece of bytes) void piece;
  }
  throw new BrokenForm("部品が多すぎます。");
}

/** 文字の欄の値。 */
export async function textOf(part: FormPart): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of part.bytes) {
    length += piece.byteLength;
    if (length > MAX_TEXT_BYTES) throw new BrokenForm("欄の値が長すぎます。");
    pieces.push(Uint8Array.from(piece));
  }
  return Buffer.concat(pieces).toString("utf8");
}

/**
 * 本文を少しずつ。
 * @param limit 上限（バイト）。超えたら BrokenForm
 */
export async function* bodyBytes(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) throw new BrokenForm("本文が大きすぎます。");
    yield chunk;
  }
}

function disposition(header: Buffer): { readonly name: string; readonly fileName: string | null } {
  const text = header.toString("latin1");
  const line = text.split("\r\n").find((one) => /^content-disposition\s*:/iu.test(one)) ?? "";
  const value = (key: string): string | null => {
    const found = new RegExp(`;\\s*${key}="([^"]*)"`, "iu").exec(line)?.[1];
    if (found === undefined) return null;
    return decodeFileName(Buffer.from(found, "latin1"))
      .replaceAll("%22", '"')
      .replaceAll("%0D", "")
      .replaceAll("%0A", "");
  };
  const name = value("name");
  if (name === null) throw new BrokenForm("欄の名前がありません。");
  return { name, fileName: value("filename") };
}

/** 届いた分だけを覚えて、区切りまでを渡す窓。 */
class BodyWindow {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  // 最初の区切りの前にだけ改行がないので、あることにする。
  #window: Buffer = Buffer.from("\r\n");

  constructor(chunks: AsyncIterable<Uint8Array>, delimiter: Buffer) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#delimiter = delimiter;
  }

  async take(length: number): Promise<Buffer> {
    while (this.#window.byteLength < length) await this.#fill();
    return this.#cut(length, length);
  }

  async header(limit: number): Promise<Buffer> {
    for (;;) {
      const end = this.#window.indexOf("\r\n\r\n");
      if (end !== -1) return this.#cut(end, end + 4);
      if (this.#window.byteLength > limit) throw new BrokenForm("欄の見出しが長すぎます。");
      await this.#fill();
    }
  }

  /** 区切りの手前まで。区切りは飛ばす。二度目に読むと空。 */
  async *untilDelimiter(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.#window.indexOf(this.#delimiter);
      if (end !== -1) {
        const last = this.#cut(end, end + this.#delimiter.byteLength);
        if (last.byteLength > 0) yield last;
        return;
      }
      const safe = this.#window.byteLength - this.#delimiter.byteLength + 1;
      if (safe > 0) yield this.#cut(safe, safe);
      await this.#fill();
    }
  }

  #cut(length: number, skip: number): Buffer {
    const taken = this.#window.subarray(0, length);
    this.#window = this.#window.subarray(skip);
    return taken;
  }

  async #fill(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done === true) throw new BrokenForm("本文が途中で切れています。");
    this.#window = Buffer.concat([this.#window, next.value]);
  }
}
