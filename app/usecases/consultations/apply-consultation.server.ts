/** 求める、答える、取り下げるに共通の道: 読む → 権限 → 決める → 書く。書くたびに申請の版が進む。 */
import { deputyOf } from "#app/domain/access/actor.ts";
import type { Action } from "#app/domain/access/actions.ts";
import {
  type ConsultationChange,
  type ConsultationCommand,
  decideConsultation,
} from "#app/domain/consultation/decide-consultation.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import { findIntent } from "#db/queries/intents.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { OutboxDraft } from "#db/write-plan.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { type Loaded, staleApplication } from "../review/apply-command.server.ts";
import { askedMails, answeredMails } from "./consultation-mails.server.ts";
import { askedRows, endedRows } from "./consultation-rows.ts";
import { currentConsents } from "./current-consents.server.ts";

/** ほかの局の回答が同時に書かれたときに、読み直してやり直す回数。 */
const MOST_TRIES = 5;

/** 意図の答え。 */
type Done = { readonly done: true };

export type ConsultationInput = {
  readonly applicationId: string;
  /** 画面を開いた時の申請の版。null なら、版が動いていても読み直して書く。 */
  readonly version: number | null;
  /** 一度の意図の鍵。同じ鍵の二度目は、何も書かずに一度目と同じ答えになる。 */
  readonly intentKey: string;
};

/**
 * @param load 権限を確かめて申請を読む
 * @param command 読んだ申請から命令を作る。作れない理由があれば断る
 */
export async function applyConsultation(
  context: UseCaseContext,
  action: Action,
  input: ConsultationInput,
  load: () => Promise<Result<Loaded, Refusal>>,
  command: (loaded: Loaded) => Result<ConsultationCommand, Refusal>,
): Promise<Result<null, Refusal>> {
  const intent = { action, key: `${input.applicationId}:${actorStamp(context.actor).id}:${input.intentKey}` };
  const repeated = async (): Promise<boolean> =>
    (await findIntent<Done>(context.database, intent.action, intent.key)) !== null;
  for (let tries = 1; ; tries += 1) {
    const loaded = await load();
    if (!loaded.ok) return loaded;
    if (await repeated()) return ok(null);
    const { application } = loaded.value;
    const moved = input.version !== null && input.version !== application.version;
    const written = moved ? ok(false) : await writeOnce(context, action, intent, loaded.value, command);
    if (!written.ok) return written;
    if (written.value) return ok(null);
    if (input.version === null && tries < MOST_TRIES) continue;
    // 読んだ後に、同じ意図の一度目が書き終えたかもしれない。
    return (await repeated()) ? ok(null) : refuse(await staleApplication(context, application.id));
  }
}

/** @returns 書いたか。読んだ後に申請の版が動いていれば false */
async function writeOnce(
  context: UseCaseContext,
  action: Action,
  intent: { readonly action: string; readonly key: string },
  loaded: Loaded,
  command: (loaded: Loaded) => Result<ConsultationCommand, Refusal>,
): Promise<Result<boolean, Refusal>> {
  const { application, submission } = loaded;
  const wanted = command(loaded);
  if (!wanted.ok) return wanted;
  const consultations = await consultationsOf(context.database, application.id);
  const decided = decideConsultation(wanted.value, {
    status: application.status,
    officeCode: application.officeCode,
    today: today(context),
    consultations,
    consents: await currentConsents(context, submission),
  });
  if (!decided.ok)
    return refuse(
      decided.error.kind === "notAsked"
        ? { kind: "notFound" }
        : { kind: "consultation", refusal: decided.error },
    );
  const actor = actorStamp(context.actor);
  const at = context.clock.now();
  const id = context.newId();
  const { office } = submission.routing;
  const rows =
    decided.value.change === "asked"
      ? askedRows(decided.value, id, {
          applicationId: application.id,
          number: consultations.length + 1,
          submissionSequence: submission.sequence,
          office,
          by: actor,
          at,
          automatic: false,
        })
      : endedRows(decided.value, { ...actor, ...deputyFor(context, decided.value) }, at);
  const outbox = await mailsOf(context, loaded, decided.value, id);
  const outcome = await applyWritePlan<Done>(context.database, {
    actor,
    at,
    requestId: context.requestId,
    intent,
    rows: () => ({
      result: { done: true },
      changes: [
        {
          id: application.id,
          expectedVersion: application.version,
          set: { version: application.version + 1 },
        },
      ],
      consultations: rows.consultations,
      consultationResults: rows.consultationResults,
      events: rows.events.map((event) => ({ applicationId: application.id, event })),
      audit: rows.events.map((event) => ({
        action,
        subjectKind: "application",
        subjectId: application.id,
        details: { event: event.type, ...event.data },
      })),
      outbox,
    }),
  });
  return ok(outcome.kind !== "stale");
}

/** 同意に代決者が答えたときの、任せた人。 */
const deputyFor = (
  { actor }: UseCaseContext,
  { consultation, result }: Extract<ConsultationChange, { change: "ended" }>,
): ReturnType<typeof deputyOf> =>
  consultation.kind === "consent" && result !== "withdrawn" ? deputyOf(actor, consultation.office.code) : {};

/** 取下げは知らせない。求められた局の一覧から消える。 */
async function mailsOf(
  context: UseCaseContext,
  { application, submission }: Loaded,
  change: ConsultationChange,
  id: string,
): Promise<readonly OutboxDraft[]> {
  if (change.change === "asked")
    return askedMails(
      context,
      application,
      { id, kind: change.kind, officeCode: change.office.code },
      submission.routing.office.name,
    );
  return change.result === "withdrawn" ? [] : answeredMails(context, application, change.consultation);
}
