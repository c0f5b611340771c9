import type { UseCaseContext } from "../context.ts";
import { type EditionInput, moveEdition } from "./move-edition.server.ts";

/** 編集中の版を取りやめる。中身も記録も残り、いつでも編集に戻せる。 */
export const abandonDraft = (context: UseCaseContext, input: EditionInput) =>
  moveEdition(context, "rulebook.edit", input, () => Promise.resolve({ name: "abandon" }));
