/** 申請の前の様式。いつでも、書きかけのまま、下書きの透かしを入れて描く。保管はしない。 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { checkApplication } from "../applications/check-application.server.ts";
import { loadOwnApplication, type OwnApplication } from "../applications/load-own-application.server.ts";
import type { UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { formChange } from "./form-change.ts";
import { formCover } from "./form-cover.ts";
import { formFileName, paperTemplates } from "./paper.ts";
import { renderPaper } from "./render-paper.server.ts";

export type PrintedForm = { readonly bytes: Uint8Array; readonly fileName: string };

/**
 * @returns 書き換えられる間の様式。申請した後は null（保管した様式を渡す）
 * @throws PDF を作れないとき
 */
export async function printDraftForm(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: OwnApplication,
): Promise<Result<PrintedForm | null, Refusal>> {
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  if (!isEditable(loaded.value.status)) return ok(null);
  const checked = await checkApplication(context, input);
  if (!checked.ok) return checked;
  const { application, draft, document, base, routing } = checked.value;
  const addressee = routing.kind === "decided" ? routing.routing.addressee : "";
  const rendered = await renderPaper(
    pdf,
    paperTemplates.applicationForm,
    {
      document,
      change: formChange(draft.answers, document, base),
      cover: formCover(draft.answers, addressee, null),
      posting: null,
      watermark: "下書き",
      receiptNumber: application.receiptNumber,
    },
    application.updatedAt,
  );
  return ok({ bytes: rendered.bytes, fileName: `${formFileName(application.kind)}_下書き.pdf` });
}
