/** 認定通知書の作成器だけの速さ。本番と同じ作業スレッドで描き、試験用の鍵で署名する。保管と記録はしない。 */
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import { createDocumentSigner } from "#app/adapters/signing/document-signer.server.ts";
import type { DocumentSigner } from "#app/adapters/signing/signer-port.ts";
import { openTestKey } from "#app/adapters/signing/test-authority.server.ts";
import { percentiles, round } from "./load.ts";
import type { WaitingCertificates } from "./waiting-certificates.ts";

const workerFile = join(import.meta.dirname, "../../build/pdf-worker.js");
const MEGABYTE = 1_000_000;
/** 一通ずつ計る数の上限。 */
const SINGLE = 200;

export type PressSpeed = {
  readonly threads: number;
  /** 一枚を一つの糸で描く時間（ミリ秒）。温まるまでの分は数えない。 */
  readonly renderMs: { readonly p50: number; readonly p95: number };
  readonly signMs: { readonly p50: number; readonly p95: number };
  /** 全部の糸で描き、署名まで終えた数。 */
  readonly perSecond: number;
  /** 署名した PDF の大きさ。 */
  readonly bytes: { readonly p50: number; readonly max: number };
  /** 束の前と後の、過程が占める記憶（MB）。 */
  readonly residentMb: { readonly before: number; readonly after: number };
};

type Letter = WaitingCertificates["notices"][number];

export async function pressSpeed(letters: readonly Letter[]): Promise<PressSpeed> {
  const threads = availableParallelism();
  const folder = await mkdtemp(join(tmpdir(), "portal-bench-"));
  const signer = createDocumentSigner({
    key: () => openTestKey(join(folder, "signing"), "2026-01-01T00:00:00.000Z"),
    timestampUrl: null,
  });
  const renderer = createPdfRenderer({ threads, workerFile });
  const timed = { render: [] as number[], sign: [] as number[], bytes: [] as number[] };
  const one = async (letter: Letter): Promise<void> => {
    const { render, sign, bytes } = await pressed(renderer, signer, letter);
    timed.render.push(render);
    timed.sign.push(sign);
    timed.bytes.push(bytes);
  };
  try {
    const single = letters.slice(0, SINGLE);
    for (const letter of [...single, ...single]) await one(letter);
    const [renderMs, signMs] = [timed.render, timed.sign].map((all) => {
      const { p50, p95 } = percentiles(all.slice(single.length));
      return { p50, p95 };
    }) as [PressSpeed["renderMs"], PressSpeed["signMs"]];
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const waiting = letters.values();
    // 糸ごとに一通先まで頼んでおき、署名の間も描き続けさせる。
    await Promise.all(
      Array.from({ length: 2 * threads }, async () => {
        for (const letter of waiting) await one(letter);
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    return {
      threads,
      renderMs,
      signMs,
      perSecond: round(letters.length / seconds),
      bytes: { p50: percentiles(timed.bytes).p50, max: Math.max(...timed.bytes) },
      residentMb: {
        before: Math.round(before / MEGABYTE),
        after: Math.round(process.memoryUsage.rss() / MEGABYTE),
      },
    };
  } finally {
    await renderer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pressed(renderer: PdfRenderer, signer: DocumentSigner, { notice, createdAt }: Letter) {
  const started = performance.now();
  const outcome = await renderer.render(notice.templateVersion, notice, { createdAt });
  if (!outcome.ok) throw new Error(`通知書を作れません: ${JSON.stringify(outcome.error)}`);
  const rendered = performance.now();
  const signed = await signer.signPdf(outcome.value.bytes, { signedAt: createdAt, reason: notice.subject });
  return {
    render: rendered - started,
    sign: performance.now() - rendered,
    bytes: signed.byteLength,
  };
}
