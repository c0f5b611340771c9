/** 審査の命令に共通の道: 読む → 権限 → 版 → 決める → 書く。動詞ごとのファイルがこれを呼ぶ。 */
import type { Action } from "#app/domain/access/actions.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { readingOffices } from "#app/domain/consultation/consultation.ts";
import { routingNow } from "#app/domain/routing/transferred-routing.ts";
import { ok, refuse, type Result, unreachable } from "#app/domain/result.ts";
import type { Command } from "#app/domain/workflow/commands.ts";
import { type Decision, decide } from "#app/domain/workflow/decide.ts";
import { type ApplicationEvent, eventWords } from "#app/domain/workflow/events.ts";
import {
  type ApplicationRow,
  eventsOf,
  findApplication,
  latestSubmission,
  type SubmissionRow,
} from "#db/queries/applications.ts";
import { consultationsOf } from "#db/queries/consultations.ts";
import { findIntent } from "#db/queries/intents.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import type { ApplicationChange, OutboxDraft, PlannedRows } from "#db/write-plan.ts";
import { changeTo, stateOf } from "../application-state.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import { currentConsents } from "../consultations/current-consents.server.ts";
import type { RenewedConsents } from "../consultations/renew-consents.server.ts";
import { issueJob } from "../certification/issue-job.ts";
import { letterJob } from "../certification/letter-job.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import { plannedMails } from "../notifications/plan-mails.server.ts";
import type { Refusal } from "../refusals.ts";

export type CommandInput = {
  readonly applicationId: string;
  /** 画面を開いた時の申請の版。 */
  readonly version: number;
  /** 一度の意図の鍵。同じ鍵の二度目は、何も書かずに一度目と同じ答えになる。 */
  readonly intentKey?: string | undefined;
};

/** 意図の答え。 */
type Done = { readonly done: true };

export type Loaded = { readonly application: ApplicationRow; readonly submission: SubmissionRow };

/** 命令に伴って一緒に書く行。 */
export type Companion = {
  readonly draws?: Readonly<Record<string, string>>;
  readonly rows: (
    numbers: Readonly<Record<string, number>>,
    decision: Decision,
  ) => Pick<
    PlannedRows<null>,
    | "assignTurns"
    | "comments"
    | "certifications"
    | "certificateEditions"
    | "newPlans"
    | "planChanges"
    | "planVersions"
    | "planEvents"
    | "declineNotices"
    | "transfers"
  >;
  /** 共管の同意の求め直し。 */
  readonly consents?: RenewedConsents;
  /** 状態のほかに変わる、申請の欄。 */
  readonly set?: ApplicationChange["set"];
};

/**
 * @param command 読んだ申請から命令を作る。作れない理由があれば断る
 * @param companion 命令と一つの取引で書く行
 */
export async function applyCommand(
  context: UseCaseContext,
  action: Action,
  input: CommandInput,
  command: (loaded: Loaded) => Command,
  companion?: (loaded: Loaded) => Promise<Result<Companion, Refusal>>,
): Promise<Result<null, Refusal>> {
  const loaded = await loadFiled(context, action, input.applicationId);
  if (!loaded.ok) return loaded;
  const { application, submission } = loaded.value;
  const intent = input.intentKey === undefined ? undefined : { action, key: input.intentKey };
  const repeated = async (): Promise<boolean> =>
    intent !== undefined && (await findIntent<Done>(context.database, intent.action, intent.key)) !== null;
  if (await repeated()) return ok(null);
  const overtaken = async (): Promise<Result<null, Refusal>> =>
    // 読んだ後に、同じ意図の一度目が書き終えたかもしれない。
    (await repeated()) ? ok(null) : refuse(await staleApplication(context, application.id));
  if (application.version !== input.version) return overtaken();

  const decided = decide(stateOf(application), command(loaded.value), {
    filedOn: tokyoDay(submission.filedAt),
    consents: await currentConsents(context, submission),
  });
  if (!decided.ok) return refuse({ kind: "workflow", refusal: decided.error });
  const extra = companion === undefined ? null : await companion(loaded.value);
  if (extra !== null && !extra.ok) return extra;

  const consents = extra?.value.consents;
  const { officeCode } = decided.value.state;
  const { rulebook } = context.rulebooks.edition(submission.editionId);
  const mails = await plannedMails(context, decided.value.effects, {
    application: { ...application, officeCode },
    contact: contactOf(submission),
    facts: {
      companyName: application.companyName,
      officeName: routingNow(rulebook, officeCode, submission.routing).office.name,
    },
  });
  const next = changeTo(application, decided.value.state);
  const change = { ...next, set: { ...next.set, ...extra?.value.set } };
  const at = context.clock.now();
  const outcome = await applyWritePlan<Done>(context.database, {
    actor: actorStamp(context.actor),
    at,
    requestId: context.requestId,
    ...(intent === undefined ? {} : { intent }),
    ...(extra?.value.draws === undefined ? {} : { draws: extra.value.draws }),
    rows: (numbers) => {
      const written = extra?.value.rows(numbers, decided.value) ?? {};
      const events = [...decided.value.events, ...(consents?.events ?? [])];
      return {
        ...written,
        result: { done: true },
        changes: [change],
        consultations: consents?.consultations ?? [],
        consultationResults: consents?.consultationResults ?? [],
        events: events.map((event) => ({ applicationId: application.id, event })),
        audit: events.map((event) => ({
          action,
          subjectKind: "application",
          subjectId: application.id,
          details: {
            event: event.type,
            ...event.data,
            from: application.status,
            to: decided.value.state.status,
          },
        })),
        outbox: [
          ...mails({ receiptNumber: application.receiptNumber ?? "" }),
          ...jobsOf(decided.value.effects, application.id),
          ...(consents?.outbox ?? []),
        ],
      };
    },
  });
  return outcome.kind === "stale" ? overtaken() : ok(null);
}

/** メールのほかの仕事。 */
const jobsOf = (effects: Decision["effects"], applicationId: string): readonly OutboxDraft[] =>
  effects.flatMap((effect) => {
    switch (effect.kind) {
      case "issueCertificate":
        return [issueJob(applicationId, 1)];
      case "issueDeclineNotice":
        return [letterJob("decline", applicationId)];
      case "mail":
        return [];
      default:
        return unreachable(effect);
    }
  });

/** 提出のある申請を、権限を確かめて読む。提出の routing は、移送の後の局になる。 */
export async function loadFiled(
  context: UseCaseContext,
  action: Action,
  applicationId: string,
  consultedOffices: readonly string[] = [],
): Promise<Result<Loaded, Refusal>> {
  const application = await findApplication(context.database, applicationId);
  if (application === undefined) return refuse({ kind: "notFound" });
  const allowed = authorise(context, action, accessRecordOf(application, consultedOffices));
  if (!allowed.ok) return allowed;
  const submission = await latestSubmission(context.database, applicationId);
  if (submission === undefined || application.status === "draft") return refuse({ kind: "notFound" });
  const { rulebook } = context.rulebooks.edition(submission.editionId);
  const routing = routingNow(rulebook, application.officeCode, submission.routing);
  return ok({ application, submission: { ...submission, routing } });
}

/** 提出のある申請を、同意又は意見を求められた局の人も読めるように読む。計画、添付、申請書だけに使う。 */
export const loadReadable = async (
  context: UseCaseContext,
  applicationId: string,
): Promise<Result<Loaded, Refusal>> =>
  loadFiled(
    context,
    "review.view",
    applicationId,
    readingOffices(await consultationsOf(context.database, applicationId)),
  );

/** 申請者の連絡先（提出した計画の担当者）。 */
export function contactOf({ answers }: SubmissionRow): { readonly name: string; readonly address: string } {
  const company = answers["company"] ?? {};
  return { name: wordOf(company["contactName"]), address: wordOf(company["contactEmail"]) };
}

/** 先に書いた人と、起きたこと（一つの文）。 */
export async function staleApplication(context: UseCaseContext, applicationId: string): Promise<Refusal> {
  const last = (await eventsOf(context.database, applicationId)).at(-1);
  return {
    kind: "stale",
    subject: "application",
    by: last?.actorName ?? null,
    what:
      last === undefined
        ? null
        : `「${eventWords[last.type as ApplicationEvent["type"]]}」が行われています。`,
  };
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
