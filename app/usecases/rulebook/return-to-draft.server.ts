import type { UseCaseContext } from "../context.ts";
import { type EditionInput, moveEdition } from "./move-edition.server.ts";

/** 公布待ちの版を編集に戻す。 */
export const returnToDraft = (context: UseCaseContext, input: EditionInput) =>
  moveEdition(
    context,
    "rulebook.edit",
    input,
    () => Promise.resolve({ name: "returnToDraft" }),
    () => ({ submittedBy: null, submittedByName: null, submittedAt: null }),
  );
