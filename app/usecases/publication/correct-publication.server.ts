/** 公表した一覧の誤りを、理由を残して次の版で直す。前の版の行は変わらず、公表するのは新しい版だけになる。 */
import { isCivilMonth } from "#app/domain/calendar/civil-month.ts";
import {
  correctionMessages,
  correctionWords,
  correctList,
  type ListCorrection,
} from "#app/domain/publication/correct-list.ts";
import type { PublishedPlan } from "#app/domain/publication/published-plan.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { cleanText } from "#app/domain/text/visible.ts";
import {
  candidateByNumber,
  editionsOfMonth,
  type PublicationRow,
  publishedRows,
} from "#db/queries/publications.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { authorise } from "../authorise.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { publicationDrafts } from "./publication-rows.server.ts";

const MAX_REASON = 500;
const MAX_NAME = 300;

export type CorrectionInput = {
  readonly month: string;
  /** 画面が読んだ版。 */
  readonly edition: number;
  readonly kind: string;
  readonly number: string;
  /** 直した名称。名称を直すときだけ読む。 */
  readonly name: string;
  readonly reason: string;
};

/** @returns その月の版。新しい順。公表していない月は notFound */
export function openCorrections(
  context: UseCaseContext,
  month: string,
): Result<readonly PublicationRow[], Refusal> {
  const allowed = authorise(context, "publication.publish", {});
  if (!allowed.ok) return allowed;
  const editions = isCivilMonth(month) ? editionsOfMonth(context.database.reader, month) : [];
  return editions.length === 0 ? refuse({ kind: "notFound" }) : ok(editions);
}

/**
 * @returns 直せない欄は invalid、ほかの人が先に直していれば stale。どちらも何も書かない
 */
export async function correctPublication(
  context: UseCaseContext,
  input: CorrectionInput,
): Promise<Result<{ readonly edition: number }, Refusal>> {
  const editions = openCorrections(context, input.month);
  if (!editions.ok) return editions;
  const [latest] = editions.value;
  if (latest?.edition !== input.edition)
    return refuse({
      kind: "stale",
      subject: "publication",
      by: latest?.publishedByName ?? null,
      what: "この月の一覧は、先に訂正されています。",
    });
  const { reader } = context.database;
  const reason = cleanText(input.reason);
  const correction = correctionOf(input);
  const errors = {
    ...(correction === null ? { kind: ["訂正の種類を選んでください。"] } : {}),
    ...(correction?.kind === "rename" && (correction.name === "" || correction.name.length > MAX_NAME)
      ? { name: [`正しい名称を、${MAX_NAME}文字までで入力してください。`] }
      : {}),
    ...(reason === "" || Array.from(reason).length > MAX_REASON
      ? { reason: [`訂正の理由を、${MAX_REASON}文字までで入力してください。`] }
      : {}),
  };
  if (correction === null || Object.keys(errors).length > 0) return refuse({ kind: "invalid", errors });
  const added = correction.kind === "add" ? missedPlan(context, input.month, correction.number) : ok(null);
  if (!added.ok) return refuse({ kind: "invalid", errors: { number: [added.error] } });
  const rows = publishedRows(reader, input.month, input.edition);
  const corrected = correctList(rows, correction, added.value);
  if (!corrected.ok) {
    const field = corrected.error === "sameName" ? "name" : "number";
    return refuse({ kind: "invalid", errors: { [field]: [correctionMessages[corrected.error]] } });
  }
  return write(
    context,
    { month: input.month, edition: input.edition + 1, reason, correction },
    corrected.value,
  );
}

function correctionOf({ kind, number, name }: CorrectionInput): ListCorrection | null {
  if (!Object.hasOwn(correctionWords, kind)) return null;
  const pointed = { number: cleanText(number) };
  if (kind === "rename") return { kind, ...pointed, name: cleanText(name) };
  return kind === "add" ? { kind, ...pointed } : { kind: "remove", ...pointed };
}

/** 漏れた認定。公表に同意していない認定は加えられない。 */
function missedPlan(context: UseCaseContext, month: string, number: string): Result<PublishedPlan, string> {
  const candidate = candidateByNumber(context.database.reader, number);
  if (candidate === undefined || candidate.certifiedOn.slice(0, 7) !== month)
    return refuse("この月に、この文書番号の認定はありません。");
  const [draft] = publicationDrafts(context, [candidate]);
  if (draft === undefined || draft.withheld === "noConsent")
    return refuse("この事業者は「公表しない」を選んでいるので、一覧に加えられません。");
  return ok(draft.plan);
}

async function write(
  context: UseCaseContext,
  edition: Pick<PublicationRow, "month" | "edition" | "reason" | "correction">,
  plans: readonly PublishedPlan[],
): Promise<Result<{ readonly edition: number }, Refusal>> {
  const actor = actorStamp(context.actor);
  const { month } = edition;
  const result = { edition: edition.edition };
  const outcome = await applyWritePlan(context.database, {
    actor,
    at: context.clock.now(),
    requestId: context.requestId,
    rows: () => ({
      result,
      publications: [
        {
          ...edition,
          total: plans.length,
          publishedOn: today(context),
          publishedByName: actor.name,
          createdAt: context.clock.now(),
        },
      ],
      publishedPlans: plans.map((plan, index) => ({ ...plan, ...result, month, position: index + 1 })),
      audit: [
        {
          action: "publication.publish",
          subjectKind: "publication",
          subjectId: month,
          details: { ...result, total: plans.length, reason: edition.reason, correction: edition.correction },
        },
      ],
    }),
  });
  return outcome.kind === "stale"
    ? refuse({ kind: "stale", subject: "publication", by: null, what: null })
    : ok(outcome.result);
}
