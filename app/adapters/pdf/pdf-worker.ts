/** 作業スレッドの入口。build/pdf-worker.js に一つに束ねられ、piscina が起動する。 */
import { readlinkSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import { basename } from "node:path";
import { transferableSymbol, valueSymbol, move, workerData } from "piscina";
import type { RenderOutcome } from "./pdf-port.ts";
import { missingCharacters, renderDocument, type RenderTask } from "./render-document.server.tsx";

const fontDirectory = (workerData as { readonly fontDirectory?: string } | undefined)?.fontDirectory;

/** 混み合うとき、画面を返す糸のおよそ三分の一の時間を受け取る。 */
const NICENESS = 5;
const LOWEST = 19;
let lowered = false;

/**
 * 画面の応答を先にするため、この糸だけの優先度を下げる。書体を読み込む初めの一枚が終わってから。
 * 糸ごとの優先度が無い OS では何もしない。
 */
function letPagesGoFirst(): void {
  if (lowered) return;
  lowered = true;
  try {
    setPriority(
      Number(basename(readlinkSync("/proc/thread-self"))),
      Math.min(LOWEST, getPriority() + NICENESS),
    );
  } catch {
    // /proc の無い OS と、優先度を変えさせない環境。
  }
}

/** バイト列は写さずに呼出し元へ移す。 */
export default async function render(task: RenderTask): Promise<RenderOutcome> {
  const outcome = await renderDocument(task, fontDirectory);
  letPagesGoFirst();
  if (!outcome.ok) return outcome;
  const moved = { [transferableSymbol]: [outcome.value.bytes.buffer], [valueSymbol]: outcome };
  return move(moved) as unknown as RenderOutcome;
}

/** 文字の検査。pool.run の name で呼ばれる。 */
export const missingIn = (text: string) => missingCharacters(text, fontDirectory);
