/** 画面を開いた時に、編集の占有を取る。 */
import { takeSectionLease } from "#app/usecases/applications/take-section-lease.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import type { PageLease } from "#app/ui/form/autosave/lease-answer.ts";

/** 引き継ぎのボタンが取った占有の名前。続けて開く画面が自分の名前に替える。 */
export const HANDOVER_TAB = "handover";

export async function leaseForPage(
  useCase: UseCaseContext,
  place: { readonly companyKey: string; readonly applicationId: string; readonly section: string },
): Promise<PageLease> {
  const tabId = useCase.newId();
  const taken = await takeSectionLease(useCase, { ...place, tabId, mode: "take" });
  if (!taken.ok) throw refusalResponse(taken.error);
  if (taken.value.kind === "held") return { kind: "held", tabId, holder: taken.value.lease.holderName };
  const { from } = taken.value;
  return {
    kind: "editing",
    tabId,
    alsoOpenIn: from === null || from.tabId === HANDOVER_TAB ? null : from.tabId,
  };
}
