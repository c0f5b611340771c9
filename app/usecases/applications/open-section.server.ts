/** 区画の入力画面に要るもの。 */
import { forecastCertification } from "#app/domain/plan/certification-forecast.ts";
import { type FigureFacts, figureFacts } from "#app/domain/plan/figures/figure-facts.ts";
import { unknownIndustries } from "#app/domain/plan/checks/industry-checks.ts";
import type { DocumentSection, PlanDocument } from "#app/domain/plan/document.ts";
import type { RawAnswers, RawSection } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { optionsFor, type PlanOptions } from "#app/domain/plan/options.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { readPlanOn } from "#app/domain/plan/plan-reading.ts";
import type { PlanRouting } from "#app/domain/plan/plan-routing.ts";
import { baseSection } from "#app/domain/plan/section-marks.ts";
import { rawSection, sectionOf } from "#app/domain/plan/sections.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { type ApplicationRow, type CommentRow, latestComments } from "#db/queries/applications.ts";
import { currentRulebook, today, type UseCaseContext } from "../context.ts";
import { baseSubmission } from "../plans/change-base.server.ts";
import type { Refusal } from "../refusals.ts";
import { acceptedDay } from "./certified-plans.server.ts";
import { loadDraft, loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export type OpenSection = {
  readonly application: ApplicationRow;
  readonly sectionId: string;
  readonly raw: RawSection;
  readonly version: number;
  readonly options: PlanOptions;
  readonly editable: boolean;
  /** 保存した値で読めない欄と、分類表にない業種の番号。 */
  readonly faults: readonly Finding[];
  /** この区画に付いた差戻しの指摘。 */
  readonly comments: readonly CommentRow[];
  readonly routing: PlanRouting;
  readonly document: PlanDocument["sections"][number] | undefined;
  /** 変更認定申請で、認定を受けた計画の同じ区画。新規の申請と、中身の分からない紙の認定では null。 */
  readonly base: DocumentSection | null;
  readonly answers: RawAnswers;
  /** 打つ間に画面で計算するための事実。計算した値のない区画では null。 */
  readonly figures: FigureFacts | null;
};

export async function openSection(
  context: UseCaseContext,
  input: OwnApplication & { readonly section: string },
): Promise<Result<OpenSection, Refusal>> {
  const section = sectionOf(input.section);
  if (section === undefined) return refuse({ kind: "notFound" });
  const loaded = await loadOwnApplication(context, "plan.viewOwn", input);
  if (!loaded.ok) return loaded;
  const application = loaded.value;
  const { answers, versions } = await loadDraft(context, application.id);
  const { rulebook } = currentRulebook(context);
  const on = today(context);
  const reading = readPlanOn(rulebook, answers, on);
  const comments = isEditable(application.status)
    ? await latestComments(context.database, application.id)
    : [];
  return ok({
    application,
    sectionId: section.id,
    raw: rawSection(answers, section.id) ?? {},
    version: versions[section.id] ?? 0,
    options: optionsFor(rulebook, answers, reading),
    editable: isEditable(application.status),
    faults: [
      ...(reading.readings.get(section.id)?.faults ?? []),
      ...(section.id === "industry" ? unknownIndustries(rulebook, reading.values) : []),
    ],
    comments: comments.filter((comment) => comment.section === section.id),
    routing: reading.routing,
    document: planDocument(rulebook, answers, on).sections.find((one) => one.id === section.id),
    base: baseSection(section, (await baseSubmission(context, application))?.document ?? null),
    answers,
    figures: figureFacts(
      reading,
      forecastCertification(rulebook, reading, { acceptedOn: acceptedDay(application), on }),
      section.id,
    ),
  });
}
