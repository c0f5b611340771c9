import { actorStamp, type UseCaseContext } from "../context.ts";
import { type EditionInput, moveEdition } from "./move-edition.server.ts";

/** 編集を終えて、別の管理者の公布を待つ。待つ間は書き換えられない。 */
export function submitForPublication(context: UseCaseContext, input: EditionInput) {
  const { id, name } = actorStamp(context.actor);
  return moveEdition(
    context,
    "rulebook.edit",
    input,
    () => Promise.resolve({ name: "submit" }),
    () => ({ submittedBy: id, submittedByName: name, submittedAt: context.clock.now() }),
  );
}
