/** PDF の作成器。描画は計算が重いので、ふだんは作業スレッドで行い、画面の応答を止めない。 */
import { Piscina } from "piscina";
import type { MissingCharacter } from "#app/domain/certification/unprintable.ts";
import { refuse } from "#app/domain/result.ts";
import type { PdfRenderer, RenderOutcome } from "./pdf-port.ts";
import { missingCharacters, renderDocument, type RenderTask } from "./render-document.server.tsx";
import { WARM_UP } from "./warm-up.ts";

export type PdfRendererOptions = {
  /** 作業スレッドの数。0 なら、この過程の中で描く（試験、コマンド）。 */
  readonly threads: number;
  /** 束ねた作業スレッドの入口（build/pdf-worker.js の絶対パス）。threads が 1 以上のとき要る。 */
  readonly workerFile?: string;
  /** 書体の TTF を置いたフォルダ。省けば npm パッケージの書体。 */
  readonly fontDirectory?: string;
  /** 一件にかけてよい時間（ミリ秒）。過ぎたスレッドは捨てて作り直す。 */
  readonly timeoutMs?: number;
};

const DEFAULT_TIMEOUT_MS = 60_000;

/** 一つの作業スレッドの記憶の上限。描いた後の物を溜め込ませない。越えたスレッドは作り直す。 */
const MAX_HEAP_MB = 384;

export function createPdfRenderer(options: PdfRendererOptions): PdfRenderer {
  if (options.threads === 0) return inProcessRenderer(options.fontDirectory);
  if (options.workerFile === undefined) throw new Error("threads が 1 以上なら workerFile が要ります。");
  return threadedRenderer(options, options.workerFile);
}

function inProcessRenderer(fontDirectory: string | undefined): PdfRenderer {
  return {
    render: (templateId, data, options) => renderDocument({ templateId, data, options }, fontDirectory),
    missingCharacters: (text) => missingCharacters(text, fontDirectory),
    close: () => Promise.resolve(),
  };
}

function threadedRenderer(options: PdfRendererOptions, workerFile: string): PdfRenderer {
  const { threads, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const pool = new Piscina({
    filename: workerFile,
    minThreads: threads,
    maxThreads: threads,
    workerData: { fontDirectory: options.fontDirectory },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const run = async (task: RenderTask): Promise<RenderOutcome> => {
    try {
      return (await pool.run(task, { signal: AbortSignal.timeout(timeoutMs) })) as RenderOutcome;
    } catch (reason) {
      return refuse({
        kind: "renderFailed",
        message: reason instanceof Error ? reason.message : String(reason),
      });
    }
  };
  const warmedUp = Promise.all(Array.from({ length: threads }, () => run(WARM_UP)));
  return {
    render: (templateId, data, renderOptions) => run({ templateId, data, options: renderOptions }),
    missingCharacters: (text): Promise<readonly MissingCharacter[]> =>
      pool.run(text, { name: "missingIn", signal: AbortSignal.timeout(timeoutMs) }),
    async close() {
      await warmedUp;
      await pool.close();
    },
  };
}
