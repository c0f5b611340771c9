/** 一つの業種と都道府県の答えを、今日の版と別の版とで並べる。 */
import type { LookupAnswer, LookupQuery, LookupRefusal } from "#app/domain/routing/lookup-answer.ts";
import { lookupAnswer } from "#app/domain/routing/lookup-answer.ts";
import type { RoutingRule } from "#app/domain/rulebook/jurisdiction-rules.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { readStoredEdition } from "#db/queries/stored-editions.ts";
import { rulebookOn } from "./rulebook-on.server.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadEdition } from "./edition-access.server.ts";

/** 一つの版の答えと、それを決めた決まり。 */
export type SimulatedAnswer = {
  readonly answer: Result<LookupAnswer, readonly LookupRefusal[]>;
  readonly rule: Pick<RoutingRule, "prefix" | "revision" | "certainty" | "source"> | null;
};

export type Simulation = {
  readonly published: SimulatedAnswer;
  /** 組み立てられない版では、その訳。 */
  readonly edition: Result<SimulatedAnswer, readonly RulebookFault[]>;
  /** 局、指針、方法のどれかが変わるか。 */
  readonly differs: boolean;
};

/** @param input.query 業種と都道府県。on を省けば今日 */
export async function simulateRouting(
  context: UseCaseContext,
  input: { readonly editionId: string; readonly query: Omit<LookupQuery, "today"> },
): Promise<Result<Simulation, Refusal>> {
  const loaded = await loadEdition(context, "rulebook.view", input.editionId);
  if (!loaded.ok) return loaded;
  const stored = await readStoredEdition(context.database, input.editionId);
  if (stored === undefined) return refuse({ kind: "notFound" });
  const query = { ...input.query, today: today(context) };
  const published = answerIn(rulebookOn(context, query.on), query);
  // 試す日は、予定の施行日より前でもよい。
  const heading = { ...stored, effectiveFrom: "0001-01-01" };
  const compiled = await context.editionWork.run("compile", heading);
  if (!compiled.ok) return ok({ published, edition: refuse(compiled.error), differs: true });
  const edition = answerIn(compiled.value, query);
  return ok({ published, edition: ok(edition), differs: gist(published) !== gist(edition) });
}

function answerIn(rulebook: Rulebook, query: LookupQuery): SimulatedAnswer {
  const answer = lookupAnswer(rulebook, query);
  if (!answer.ok) return { answer, rule: null };
  const { revision, code } = answer.value.industry;
  const rule = rulebook.routing[revision].get(code);
  if (rule === undefined) return { answer, rule: null };
  const { prefix, certainty, source } = rule;
  return { answer, rule: { prefix, revision: rule.revision, certainty, source } };
}

/** 答えの中の、行き先を決める所だけ。 */
const gist = ({ answer }: SimulatedAnswer): string =>
  JSON.stringify(
    answer.ok
      ? [
          answer.value.kind,
          answer.value.receivingOffice,
          answer.value.addressee,
          answer.value.guideline,
          answer.value.submission,
          answer.value.processing,
          answer.value.candidates.map(({ receivingOffice }) => receivingOffice.code),
        ]
      : answer.error,
  );
