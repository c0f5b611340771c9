import type { CommandName } from "./commands.ts";
import type { Status } from "./statuses.ts";

/**
 * 唯一の遷移表。ある状態で出せる命令と、行き着き得る状態。
 * certified / declined / withdrawn からの出口はない（一度決まった計画は二度決まらない）。
 * returned からの file は、受理前の差戻しなら申請済へ、受理後なら審査中へ戻る。
 */
const transitions = {
  draft: { file: ["submitted"] },
  submitted: {
    recall: ["draft"],
    withdraw: ["withdrawn"],
    accept: ["accepted"],
    transfer: ["submitted"],
    return: ["returned"],
  },
  accepted: {
    withdraw: ["withdrawn"],
    assign: ["underReview"],
    reassign: ["accepted"],
    transfer: ["accepted"],
    pause: ["accepted"],
    resume: ["accepted"],
    correctAcceptance: ["accepted"],
    return: ["returned"],
    propose: ["underReview"],
  },
  underReview: {
    withdraw: ["withdrawn"],
    assign: ["underReview"],
    reassign: ["underReview"],
    transfer: ["accepted"],
    pause: ["underReview"],
    resume: ["underReview"],
    correctAcceptance: ["underReview"],
    return: ["returned"],
    propose: ["underReview"],
    sendBack: ["underReview"],
    certify: ["certified"],
    decline: ["declined"],
  },
  returned: { file: ["submitted", "underReview"], withdraw: ["withdrawn"] },
  certified: {},
  declined: {},
  withdrawn: {},
} as const satisfies Record<Status, Partial<Record<CommandName, readonly [Status, ...Status[]]>>>;

/** その状態でその命令が行き着き得る状態。出せない命令なら undefined。 */
export function destinations(
  status: Status,
  command: CommandName,
): readonly [Status, ...Status[]] | undefined {
  const row: Partial<Record<CommandName, readonly [Status, ...Status[]]>> = transitions[status];
  return row[command];
}

/** その状態で出せる命令の一覧。 */
export const availableCommands = (status: Status): readonly CommandName[] =>
  Object.keys(transitions[status]) as CommandName[];
