/** 投資計画の確認の申請の流れの決定。純粋な関数で、時刻も保存も知らない。 */
import { ok, refuse, type Result, unreachable } from "../result.ts";
import type { ConfirmationRefusal } from "./refusals.ts";
import type { ConfirmationCommand, ConfirmationEvent, ConfirmationState } from "./state.ts";
import { confirmationDestination } from "./transitions.ts";

export type ConfirmationDecision = {
  readonly state: ConfirmationState;
  readonly event: ConfirmationEvent;
};

/**
 * @param state いまの状態
 * @param command 命令
 * @returns 次の状態と出来事。できないときは理由
 */
export function decideConfirmation(
  state: ConfirmationState,
  command: ConfirmationCommand,
): Result<ConfirmationDecision, ConfirmationRefusal> {
  const status = confirmationDestination(state.status, command.name);
  if (status === undefined)
    return refuse({ kind: "notInThisStatus", status: state.status, command: command.name });
  const moved = { ...state, status, version: state.version + 1 };
  switch (command.name) {
    case "file": {
      const sequence = state.filingSequence + 1;
      return ok({
        state: { ...moved, filingSequence: sequence, proposal: null },
        event: { type: "confirmation.filed.v1", data: { sequence, officeCode: command.officeCode } },
      });
    }
    case "withdraw":
      return ok({
        state: { ...moved, proposal: null },
        event: { type: "confirmation.withdrawn.v1", data: { reason: command.reason } },
      });
    case "return":
      if (command.comments.length === 0) return refuse({ kind: "noComments" });
      return ok({
        state: { ...moved, proposal: null },
        event: { type: "confirmation.returned.v1", data: { comments: command.comments } },
      });
    case "propose": {
      const { outcome, ground, by, at } = command;
      if (outcome === "decline" && ground === "") return refuse({ kind: "noGround" });
      return ok({
        state: {
          ...moved,
          proposal: { outcome, ground, proposedBy: by.id, proposedByName: by.name, proposedAt: at },
        },
        event: { type: "confirmation.proposed.v1", data: { outcome, ground } },
      });
    }
    case "confirm":
    case "decline": {
      const obstacle = decisionObstacle(state, command);
      if (obstacle !== null) return refuse(obstacle);
      const deputy = command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf };
      return ok({
        state: moved,
        event:
          command.name === "confirm"
            ? { type: "confirmation.confirmed.v1", data: deputy }
            : {
                type: "confirmation.declined.v1",
                data: { ground: state.proposal?.ground ?? "", ...deputy },
              },
      });
    }
    default:
      return unreachable(command);
  }
}

/** 起案した人は、自分でも代決でも決裁できない。 */
function decisionObstacle(
  { proposal }: ConfirmationState,
  { name, byId, onBehalfOf }: Extract<ConfirmationCommand, { name: "confirm" | "decline" }>,
): ConfirmationRefusal | null {
  if (proposal === null) return { kind: "noProposal" };
  if (proposal.outcome !== name) return { kind: "otherProposal", proposed: proposal.outcome };
  if (proposal.proposedBy === byId) return { kind: "ownProposal" };
  if (proposal.proposedBy === onBehalfOf?.id) return { kind: "deputisedProposal" };
  return null;
}
