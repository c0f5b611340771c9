/**
 * 電子申請を受け付けない提出先に、印刷して郵送する様式。宛先の頁と送付書を付け、申請日は手で書き込めるよう空ける。
 * ポータルは受け付けないので、受付番号は引かず、状態も変えない。
 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { postalRouting, stopsPosting } from "#app/domain/plan/postal.ts";
import type { Routing } from "#app/domain/plan/plan-routing.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { type CheckedApplication, checkApplication } from "../applications/check-application.server.ts";
import type { OwnApplication } from "../applications/load-own-application.server.ts";
import { currentRulebook, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { formChange } from "./form-change.ts";
import { formCover, typedWord } from "./form-cover.ts";
import { formFileName, paperTemplates } from "./paper.ts";
import type { PrintedForm } from "./print-draft-form.server.ts";
import { renderPaper } from "./render-paper.server.ts";

export type PostalFiling = {
  readonly companyName: string;
  readonly office: string;
  readonly addressee: string;
  /** 分からなければ空。 */
  readonly postalCode: string;
  readonly address: string;
  /** 様式のほかに同封する書類。 */
  readonly enclosures: readonly string[];
};

type Posting = { readonly checked: CheckedApplication; readonly filing: PostalFiling };

/**
 * 郵送の案内。
 * @returns 電子申請の提出先、まだ決まらない提出先では notFound。誤りが残っていれば notReady
 */
export async function openPostalFiling(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<PostalFiling, Refusal>> {
  const posting = await preparePosting(context, input);
  return posting.ok ? ok(posting.value.filing) : posting;
}

/**
 * 印刷して郵送する様式の PDF。断り方は openPostalFiling と同じ。
 * @throws PDF を作れないとき
 */
export async function printPostalForm(
  context: UseCaseContext,
  pdf: PdfRenderer,
  input: OwnApplication,
): Promise<Result<PrintedForm, Refusal>> {
  const posting = await preparePosting(context, input);
  if (!posting.ok) return posting;
  const { checked, filing } = posting.value;
  const { application, draft, document, base } = checked;
  const company = draft.answers["company"] ?? {};
  const rendered = await renderPaper(
    pdf,
    paperTemplates.applicationForm,
    {
      document,
      change: formChange(draft.answers, document, base),
      cover: formCover(draft.answers, filing.addressee, null),
      posting: {
        office: filing.office,
        postalCode: filing.postalCode,
        address: filing.address,
        contact: {
          name: typedWord(company["contactName"]),
          telephone: typedWord(company["contactTelephone"]),
        },
        enclosures: filing.enclosures,
      },
      watermark: null,
      receiptNumber: application.receiptNumber,
    },
    application.updatedAt,
  );
  return ok({ bytes: rendered.bytes, fileName: `${formFileName(application.kind)}_郵送用.pdf` });
}

async function preparePosting(
  context: UseCaseContext,
  input: OwnApplication,
): Promise<Result<Posting, Refusal>> {
  const checked = await checkApplication(context, input);
  if (!checked.ok) return checked;
  const { application, routing, findings } = checked.value;
  const postal = postalRouting(routing);
  if (postal === null || !isEditable(application.status)) return refuse({ kind: "notFound" });
  const errors = findings.filter(stopsPosting);
  if (errors.length > 0) return refuse({ kind: "notReady", findings: errors });
  return ok({ checked: checked.value, filing: filingTo(context, postal, checked.value) });
}

function filingTo(context: UseCaseContext, routing: Routing, checked: CheckedApplication): PostalFiling {
  const { rulebook } = currentRulebook(context);
  const office = rulebook.offices.get(routing.office.code);
  const needed = checked.attachments.required
    .filter(({ requirement }) => requirement === "required")
    .flatMap(({ kind, slots }) =>
      slots.length === 0 ? [kind.name] : slots.map((slot) => `${kind.name}（${slot.label}）`),
    );
  return {
    companyName: checked.application.companyName,
    office: routing.office.name,
    addressee: routing.addressee,
    postalCode: office?.postalCode ?? "",
    address: office?.address ?? "",
    enclosures: needed,
  };
}
