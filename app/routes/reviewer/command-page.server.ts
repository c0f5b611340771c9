/** 審査の命令の画面（受理、差戻し、起案、決裁）に共通の道。 */
import { redirect } from "@remix-run/node";
import { deputyOf, type StaffActor } from "#app/domain/access/actor.ts";
import { consultationMessage } from "#app/domain/consultation/refusals.ts";
import type { Result } from "#app/domain/result.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import { shownStatus } from "#app/domain/workflow/statuses.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse, staleMessage } from "#app/http/responses.server.ts";
import type { Refusal } from "#app/usecases/refusals.ts";
import type { CommandInput } from "#app/usecases/review/apply-command.server.ts";
import type { ReviewCommand } from "#app/usecases/review/command-obstacle.ts";
import { openRecord, type ReviewRecord } from "#app/usecases/review/open-record.server.ts";
import type { CommandSubject } from "./CommandFrame.tsx";
import { timelineOf } from "./event-lines.ts";
import { holdForPage } from "./record-hold.server.ts";
import type { LastStep } from "./StaleBoth.tsx";

type StaffGuard = Guarded<StaffActor>;

export type CommandPage = {
  readonly subject: CommandSubject;
  /** いまこの命令を出せない理由。出せるなら null。 */
  readonly obstacle: string | null;
  /** 出せないときは 409。 */
  readonly status: 200 | 409;
  readonly record: ReviewRecord;
};

/** 代決者が決裁者に代わって出す命令。 */
const decisions: ReadonlySet<ReviewCommand> = new Set(["certify", "decline", "sendBack"]);

/** 命令の画面を開く。よその局の申請は 404、役割として出せない命令は guard が先に断っている。 */
export async function openCommandPage(guard: StaffGuard, command: ReviewCommand): Promise<CommandPage> {
  const opened = await openRecord(guard.useCase, guard.param("id"));
  if (!opened.ok) throw refusalResponse(opened.error);
  const { application, obstacles } = opened.value;
  const refused = obstacles[command];
  return {
    subject: {
      ...(await openedSubject(guard, opened.value)),
      deputy: decisions.has(command)
        ? (deputyOf(guard.actor, application.officeCode).onBehalfOf?.name ?? null)
        : null,
    },
    obstacle: refused === undefined ? null : refusalMessage(refused),
    status: refused === undefined ? 200 : 409,
    record: opened.value,
  };
}

/** どの申請への命令か。いま審査している人と、最後に起きたことを添える。 */
export const openedSubject = async (guard: StaffGuard, record: ReviewRecord): Promise<CommandSubject> => ({
  ...subjectOf(record.application, record.certificate.revocation !== null),
  hold: await holdForPage(guard.useCase, record),
  last: lastStep(record),
});

/**
 * どの申請への命令か。
 *
 * @param revoked 認定を取り消したか。認定の前だけの画面では省く
 */
export const subjectOf = (application: ReviewRecord["application"], revoked = false): CommandSubject => ({
  id: application.id,
  version: application.version,
  receiptNumber: application.receiptNumber ?? "",
  companyName: application.companyName,
  status: shownStatus(application.status, revoked),
  hold: null,
  deputy: null,
  last: null,
});

function lastStep({ events, submission }: ReviewRecord): LastStep | null {
  const [step] = timelineOf(events, submission.document);
  return step === undefined
    ? null
    : { title: step.title, actor: step.actor ?? "", atText: step.atText, body: step.body ?? "" };
}

export const commandInput = (guard: StaffGuard, form: FormData): CommandInput => ({
  applicationId: guard.param("id"),
  version: typedVersion(form),
});

/** 隠し欄の版。読めない版は、どの版とも合わない。 */
export function typedVersion(form: FormData): number {
  const version = form.get("version");
  return typeof version === "string" && /^\d{1,9}$/u.test(version) ? Number(version) : -1;
}

/** 一行又は複数行の欄に打たれた文字。改行は LF にそろえる。 */
export function typedText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}

/** 命令が通ったら、働き手を起こして記録の画面へ移る。通らなければ、断りを答えにして投げる。 */
export function finishCommand(guard: StaffGuard, result: Result<null, Refusal>, done: string): never {
  if (!result.ok) throw refusalResponse(result.error);
  guard.tools.wakeWorker();
  throw redirect(`/review/applications/${encodeURIComponent(guard.param("id"))}?done=${done}`);
}

/**
 * 書いた文字を失わせないため、画面の中で示す 409 の文。
 * @returns 状態又は版のために断られたのでなければ null
 */
export function conflictMessage(refusal: Refusal): string | null {
  if (refusal.kind === "stale") return staleMessage(refusal);
  if (refusal.kind === "consultation") return consultationMessage(refusal.refusal);
  return refusal.kind === "workflow" ? refusalMessage(refusal.refusal) : null;
}
