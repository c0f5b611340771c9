/** 版を一つ公布するまで。一人が写して公布待ちにし、別の人が公布する。 */
import { currentRulebook } from "#app/usecases/context.ts";
import { cloneEdition } from "#app/usecases/rulebook/clone-edition.server.ts";
import { openEdition } from "#app/usecases/rulebook/open-edition.server.ts";
import { publishEdition } from "#app/usecases/rulebook/publish-edition.server.ts";
import { submitForPublication } from "#app/usecases/rulebook/submit-for-publication.server.ts";
import { logIn, type Portal } from "./people.ts";
import { expectOk } from "./procedure.ts";

const reason = "改正のため";

/** 今日の版を写した、編集中の版の id。 */
export async function draftEdition(portal: Portal, effectiveFrom: string): Promise<string> {
  const editor = await logIn(portal, "administrator-1");
  const { editionId } = currentRulebook(editor);
  return expectOk(await cloneEdition(editor, { editionId, label: "次の版", effectiveFrom, reason }))
    .editionId;
}

/** 編集中の版を、二人で公布する。 */
export async function publishDraft(
  portal: Portal,
  editionId: string,
  given: { readonly label: string; readonly effectiveFrom: string },
): Promise<void> {
  const editor = await logIn(portal, "administrator-1");
  const publisher = await logIn(portal, "administrator-2");
  const step = async () => {
    const { revision } = expectOk(await openEdition(editor, editionId)).edition;
    return { editionId, revision, reason };
  };
  expectOk(await submitForPublication(editor, await step()));
  expectOk(await publishEdition(publisher, portal.services.pdf, { ...(await step()), ...given }));
}
