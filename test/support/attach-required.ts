/** 計画に要る書類を、本物の受け取りの道で添付する。 */
import { covers } from "#app/domain/attachment/check-attachments.ts";
import { requiredAttachments } from "#app/domain/attachment/required-attachments.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { loadDraft, type OwnApplication } from "#app/usecases/applications/load-own-application.server.ts";
import { attachedFiles } from "#app/usecases/attachments/attached-files.server.ts";
import { receiveWhole } from "#app/usecases/attachments/receive-upload.server.ts";
import { currentRulebook, type UseCaseContext } from "#app/usecases/context.ts";
import { inPieces, pdfFile } from "./attachment-files.ts";
import { servicesOf } from "./portal-services.ts";

/** まだ添付されていない、要る書類の全部を添付する。 */
export async function attachRequired(applicant: UseCaseContext, own: OwnApplication): Promise<void> {
  const { answers } = await loadDraft(applicant, own.applicationId);
  const needed = requiredAttachments(currentRulebook(applicant).rulebook, readPlan(answers).values);
  const { files } = await attachedFiles(applicant, own.applicationId);
  for (const { kind, requirement, slots } of needed) {
    const attachedNow = files.filter((file) => file.kind === kind.id);
    const empty = slots.filter((slot) => !attachedNow.some((file) => covers(file, slot.rowIds)));
    if (requirement === "optional" || (slots.length === 0 ? attachedNow.length > 0 : empty.length === 0))
      continue;
    const attached = await receiveWhole(applicant, servicesOf(applicant), {
      ...own,
      target: {
        kind: kind.id,
        rowIds: empty.flatMap((slot) => slot.rowIds),
        replaces: null,
        fileName: `${kind.name}.pdf`,
        size: null,
      },
      bytes: inPieces(pdfFile()),
    });
    if (!attached.ok || attached.value.state !== "attached")
      throw new Error(`添付を断られました: ${JSON.stringify(attached)}`);
  }
}
