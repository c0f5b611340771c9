/**
 * 申請の流れの決定（法第17条の認定の手続）。純粋な関数で、時刻も保存も知らない。
 * 同じ状態と命令には必ず同じ答えを返す。
 */
import { type Consent, missingConsents } from "../consultation/consultation.ts";
import { ok, refuse, type Result, unreachable } from "../result.ts";
import type { Command } from "./commands.ts";
import type { Effect } from "./effects.ts";
import type { ApplicationEvent, ByDeputy } from "./events.ts";
import type { WorkflowRefusal } from "./refusals.ts";
import type { ApplicationState } from "./state.ts";
import { destinations } from "./transitions.ts";

export type Decision = {
  readonly state: ApplicationState;
  readonly events: readonly ApplicationEvent[];
  readonly effects: readonly Effect[];
};

export type DecisionContext = {
  /** 直近の申請日（受理日との前後を見る）。未提出なら null。 */
  readonly filedOn: string | null;
  /** 要る共管の同意の様子。共管でない申請では空。 */
  readonly consents: readonly Consent[];
};

/**
 * @param state いまの状態
 * @param command 命令
 * @returns 次の状態・出来事・効果。できないときは理由
 */
export function decide(
  state: ApplicationState,
  command: Command,
  context: DecisionContext,
): Result<Decision, WorkflowRefusal> {
  const reachable = destinations(state.status, command.name);
  if (reachable === undefined)
    return refuse({ kind: "notInThisStatus", status: state.status, command: command.name });
  const moved = { ...state, status: reachable[0], version: state.version + 1 };

  switch (command.name) {
    case "file": {
      const sequence = state.submissionSequence + 1;
      // 受理の後に差し戻した申請は、出し直しても受理日を失わず、そのまま審査に戻る。
      const resumed = state.status === "returned" && state.acceptedOn !== null;
      return ok({
        state: {
          ...moved,
          status: resumed ? "underReview" : "submitted",
          submissionSequence: sequence,
          officeCode: command.officeCode,
          receiptNumber: state.receiptNumber ?? command.receiptNumber,
          proposal: null,
        },
        events: [
          {
            type: "application.filed.v1",
            data: {
              sequence,
              officeCode: command.officeCode,
              receiptNumber: state.receiptNumber ?? command.receiptNumber,
            },
          },
        ],
        effects: [
          { kind: "mail", template: "filed", to: "applicant" },
          { kind: "mail", template: "arrived", to: "office" },
        ],
      });
    }
    case "recall":
      return ok({
        // 引き戻した申請は局の目に触れない。
        state: { ...moved, officeCode: null },
        events: [{ type: "application.recalled.v1", data: {} }],
        effects: [
          { kind: "mail", template: "recalled", to: "applicant" },
          { kind: "mail", template: "recalled", to: "office" },
        ],
      });
    case "withdraw":
      if (command.reason.trim() === "") return refuse({ kind: "noGround" });
      return ok({
        state: { ...moved, proposal: null, pause: null },
        events: [{ type: "application.withdrawn.v1", data: { reason: command.reason } }],
        effects: [
          { kind: "mail", template: "withdrawn", to: "applicant" },
          { kind: "mail", template: "withdrawn", to: "office" },
        ],
      });
    case "accept":
      if (context.filedOn !== null && command.acceptedOn < context.filedOn)
        return refuse({ kind: "acceptedBeforeFiling" });
      return ok({
        state: { ...moved, acceptedOn: command.acceptedOn, assigneeId: command.assigneeId },
        events: [
          {
            type: "application.accepted.v1",
            data: {
              acceptedOn: command.acceptedOn,
              ...(command.assignedBy === undefined
                ? {}
                : { assignee: { id: command.assigneeId, ...command.assignedBy } }),
            },
          },
        ],
        effects: [{ kind: "mail", template: "accepted", to: "applicant" }],
      });
    case "reassign": {
      if (command.assigneeId === state.assigneeId) return refuse({ kind: "sameAssignee" });
      const { assigneeId, assigneeName, reason } = command;
      return ok({
        state: { ...moved, assigneeId },
        events: [{ type: "application.reassigned.v1", data: { assigneeId, assigneeName, reason } }],
        effects: [],
      });
    }
    case "assign":
      return ok({
        state: { ...moved, assigneeId: command.assigneeId },
        events: [
          {
            type: "application.assigned.v1",
            data: { assigneeId: command.assigneeId, assigneeName: command.assigneeName },
          },
        ],
        effects: [],
      });
    case "transfer":
      if (command.officeCode === state.officeCode) return refuse({ kind: "sameOffice" });
      if (command.reason.trim() === "") return refuse({ kind: "noGround" });
      return ok({
        // 受理日と中断は変わらない。担当と起案は、移した先の局で決め直す。
        state: { ...moved, officeCode: command.officeCode, assigneeId: null, proposal: null },
        events: [
          {
            type: "application.transferred.v1",
            data: {
              from: state.officeCode ?? "",
              fromName: command.fromName,
              to: command.officeCode,
              toName: command.officeName,
              reason: command.reason,
            },
          },
        ],
        effects: [
          { kind: "mail", template: "transferred", to: "applicant" },
          { kind: "mail", template: "transferred", to: "office" },
        ],
      });
    case "pause":
      if (state.pause !== null) return refuse({ kind: "alreadyPaused" });
      if (command.reason === "other" && command.text.trim() === "") return refuse({ kind: "noGround" });
      return ok({
        state: { ...moved, pause: { reason: command.reason, text: command.text } },
        events: [{ type: "application.paused.v1", data: { reason: command.reason, text: command.text } }],
        effects: [{ kind: "mail", template: "paused", to: "applicant" }],
      });
    case "resume":
      if (state.pause === null) return refuse({ kind: "notPaused" });
      return ok({
        state: { ...moved, pause: null },
        events: [{ type: "application.resumed.v1", data: {} }],
        effects: [{ kind: "mail", template: "resumed", to: "applicant" }],
      });
    case "correctAcceptance":
      if (command.acceptedOn < command.filedOn) return refuse({ kind: "acceptedBeforeFiling" });
      if (command.acceptedOn === state.acceptedOn) return refuse({ kind: "sameAcceptance" });
      if (command.reason.trim() === "") return refuse({ kind: "noGround" });
      return ok({
        state: { ...moved, acceptedOn: command.acceptedOn },
        events: [
          {
            type: "application.acceptanceCorrected.v1",
            data: {
              before: state.acceptedOn ?? command.acceptedOn,
              after: command.acceptedOn,
              reason: command.reason,
            },
          },
        ],
        effects: [],
      });
    case "return":
      if (command.comments.length === 0) return refuse({ kind: "noComments" });
      return ok({
        state: { ...moved, proposal: null, pause: null },
        events: [{ type: "application.returned.v1", data: { comments: command.comments } }],
        effects: [{ kind: "mail", template: "returned", to: "applicant" }],
      });
    case "propose":
      if (command.outcome === "decline" && command.ground.trim() === "") return refuse({ kind: "noGround" });
      return ok({
        state: {
          ...moved,
          proposal: {
            outcome: command.outcome,
            ground: command.ground,
            proposedBy: command.by.id,
            proposedByName: command.by.name,
            proposedAt: command.at,
          },
        },
        events: [
          { type: "application.proposed.v1", data: { outcome: command.outcome, ground: command.ground } },
        ],
        effects: [],
      });
    case "sendBack":
      if (state.proposal === null) return refuse({ kind: "noProposal" });
      if (command.reason.trim() === "") return refuse({ kind: "noGround" });
      return ok({
        state: { ...moved, proposal: null },
        events: [{ type: "application.sentBack.v1", data: { reason: command.reason, ...byDeputy(command) } }],
        effects: [],
      });
    case "certify":
    case "decline": {
      const refused = refuseDecision(state, command);
      if (refused !== null) return refuse(refused);
      const ended = { ...moved, pause: null };
      if (command.name === "certify") {
        const { certifiedOn } = command;
        const consents = missingConsents(context.consents);
        const reason = command.withoutConsent?.trim() ?? "";
        if (consents.length > 0 && reason === "") return refuse({ kind: "consentMissing", consents });
        return ok({
          state: ended,
          events: [
            {
              type: "application.certified.v1",
              data: {
                certifiedOn,
                ...(consents.length === 0 ? {} : { withoutConsent: { consents, reason } }),
                ...byDeputy(command),
              },
            },
          ],
          // 知らせは、通知書ができてから送る。
          effects: [{ kind: "issueCertificate" }],
        });
      }
      return ok({
        state: ended,
        events: [
          {
            type: "application.declined.v1",
            data: { ground: state.proposal?.ground ?? "", ...byDeputy(command) },
          },
        ],
        effects: [{ kind: "issueDeclineNotice" }, { kind: "mail", template: "declined", to: "applicant" }],
      });
    }
    default:
      return unreachable(command);
  }
}

function refuseDecision(
  state: ApplicationState,
  { name, byId, onBehalfOf }: Extract<Command, { name: "certify" | "decline" }>,
): WorkflowRefusal | null {
  if (state.proposal === null) return { kind: "noProposal" };
  if (state.proposal.outcome !== name) return { kind: "otherProposal", proposed: state.proposal.outcome };
  if (state.proposal.proposedBy === byId) return { kind: "ownProposal" };
  // 自分の起案を、代決者に自分の代わりに決裁させることもできない。
  if (state.proposal.proposedBy === onBehalfOf?.id) return { kind: "deputisedProposal" };
  return null;
}

/** 代決なら、決裁を任せた人を出来事に残す。 */
const byDeputy = ({ onBehalfOf }: ByDeputy): ByDeputy => (onBehalfOf === undefined ? {} : { onBehalfOf });
