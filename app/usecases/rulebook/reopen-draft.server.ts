import type { UseCaseContext } from "../context.ts";
import { type EditionInput, moveEdition } from "./move-edition.server.ts";

/** 取りやめた版を、もう一度編集中にする。 */
export const reopenDraft = (context: UseCaseContext, input: EditionInput) =>
  moveEdition(context, "rulebook.edit", input, () => Promise.resolve({ name: "reopen" }));
