/** 作業スレッドの入口。build/pdf-worker.js に一つに束ねられ、piscina が起動する。 */
import { transferableSymbol, valueSymbol, move, workerData } from "piscina";
import type { RenderOutcome } from "./pdf-port.ts";
import { missingCharacters, renderDocument, type RenderTask } from "./render-document.server.tsx";

const fontDirectory = (workerData as { readonly fontDirectory?: string } | undefined)?.fontDirectory;

/** バイト列は写さずに呼出し元へ移す。 */
export default async function render(task: RenderTask): Promise<RenderOutcome> {
  const outcome = await renderDocument(task, fontDirectory);
  if (!outcome.ok) return outcome;
  const moved = { [transferableSymbol]: [outcome.value.bytes.buffer], [valueSymbol]: outcome };
  return move(moved) as unknown as RenderOutcome;
}

/** 文字の検査。pool.run の name で呼ばれる。 */
export const missingIn = (text: string) => missingCharacters(text, fontDirectory);
