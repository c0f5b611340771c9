import type { UseCaseContext } from "../context.ts";
import { applyDraftEdits, type DraftTarget } from "./apply-draft-edits.server.ts";

/** 編集中の一行を消す。ほかの行から指されていれば、公布前の点検が見つける。 */
export const removeDraftRow = (
  context: UseCaseContext,
  input: DraftTarget & { readonly factId: string; readonly version: number },
) =>
  applyDraftEdits(context, { ...input, kind: "remove" }, [
    { kind: "remove", factId: input.factId, version: input.version },
  ]);
