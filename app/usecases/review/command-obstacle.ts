/** いまその人がその命令を出せるか。役割は権限の表に、状態と起案の条件は decide() に、それぞれ尋ねる。 */
import type { Action } from "#app/domain/access/actions.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import type { Consent } from "#app/domain/consultation/consultation.ts";
import { unreachable } from "#app/domain/result.ts";
import type { Command } from "#app/domain/workflow/commands.ts";
import { decide } from "#app/domain/workflow/decide.ts";
import type { ByDeputy } from "#app/domain/workflow/events.ts";
import type { WorkflowRefusal } from "#app/domain/workflow/refusals.ts";
import type { ApplicationState } from "#app/domain/workflow/state.ts";

/** 審査の画面から出す命令と、その操作。 */
export const reviewActions = {
  accept: "review.accept",
  assign: "review.assign",
  pause: "review.pause",
  resume: "review.pause",
  correctAcceptance: "review.correctAcceptance",
  reassign: "review.assign",
  return: "review.return",
  propose: "review.propose",
  sendBack: "review.sendBack",
  certify: "review.certify",
  decline: "review.decline",
  transfer: "review.transfer",
} as const satisfies Partial<Record<Command["name"], Action>>;

export type ReviewCommand = keyof typeof reviewActions;

export const reviewCommands = Object.keys(reviewActions) as readonly ReviewCommand[];

/** 誰がいつ出すか。onBehalfOf は代決で決裁を任せた人。 */
type Facts = {
  readonly by: string;
  readonly today: CivilDate;
  readonly consents: readonly Consent[];
} & ByDeputy;

/**
 * 入力がすべて正しいとして、状態のために断られる理由。無ければ null。
 * @param by 命令を出す人の id
 * @param today 東京の今日
 * @param consents 要る共管の同意の様子
 */
export function obstacleTo(
  state: ApplicationState,
  name: ReviewCommand,
  context: Facts,
): WorkflowRefusal | null {
  const decided = decide(state, wellFormed(name, context), {
    filedOn: null,
    consents: context.consents,
  });
  return decided.ok ? null : decided.error;
}

/** どの受理日とも違う日。 */
const NO_DAY = "0001-01-01" as CivilDate;

function wellFormed(name: ReviewCommand, { by, today, onBehalfOf }: Facts): Command {
  const deputy = onBehalfOf === undefined ? {} : { onBehalfOf };
  switch (name) {
    case "accept":
      return { name, acceptedOn: today, assigneeId: by };
    case "assign":
      return { name, assigneeId: by, assigneeName: "" };
    case "reassign":
      return { name, assigneeId: "-", assigneeName: "", reason: "" };
    case "transfer":
      return { name, officeCode: "-", officeName: "", fromName: "", reason: "-" };
    case "pause":
      return { name, reason: "awaitingPapers", text: "" };
    case "resume":
      return { name };
    case "correctAcceptance":
      return { name, acceptedOn: NO_DAY, filedOn: NO_DAY, reason: "-" };
    case "return":
      return { name, comments: [{ section: "", field: "", kind: "unclear", text: "" }] };
    case "propose":
      return { name, outcome: "certify", ground: "", by: { id: by, name: "" }, at: "" };
    case "sendBack":
      return { name, reason: "-" };
    case "certify":
      return { name, byId: by, certifiedOn: today, ...deputy };
    case "decline":
      return { name, byId: by, ...deputy };
    default:
      return unreachable(name);
  }
}
