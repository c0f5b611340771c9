import type { Place } from "#app/domain/rulebook/draft-table.ts";
import type { UseCaseContext } from "../context.ts";
import { applyDraftEdits, type DraftTarget } from "./apply-draft-edits.server.ts";

/** 編集中の一行の並びを変える。申請者に見える順が変わり、順番（order）の欄は付け直される。 */
export const moveDraftRow = (
  context: UseCaseContext,
  input: DraftTarget & { readonly factId: string; readonly version: number; readonly place: Place },
) =>
  applyDraftEdits(context, { ...input, kind: "move" }, [
    { kind: "move", factId: input.factId, version: input.version, place: input.place },
  ]);
