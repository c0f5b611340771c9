import type { ConfirmationCommandName } from "./state.ts";
import type { ConfirmationStatus } from "./statuses.ts";

/**
 * 唯一の遷移表。ある状態で出せる命令と、行き着く状態。
 * confirmed / declined / withdrawn からの出口はない（一度決まった申請は二度決まらない）。
 */
const transitions = {
  draft: { file: "filed" },
  filed: {
    withdraw: "withdrawn",
    return: "returned",
    propose: "filed",
    confirm: "confirmed",
    decline: "declined",
  },
  returned: { file: "filed", withdraw: "withdrawn" },
  confirmed: {},
  declined: {},
  withdrawn: {},
} as const satisfies Record<ConfirmationStatus, Partial<Record<ConfirmationCommandName, ConfirmationStatus>>>;

/** その状態でその命令が行き着く状態。出せない命令なら undefined。 */
export function confirmationDestination(
  status: ConfirmationStatus,
  command: ConfirmationCommandName,
): ConfirmationStatus | undefined {
  const row: Partial<Record<ConfirmationCommandName, ConfirmationStatus>> = transitions[status];
  return row[command];
}

/** その状態で出せる命令の一覧。 */
export const availableConfirmationCommands = (
  status: ConfirmationStatus,
): readonly ConfirmationCommandName[] => Object.keys(transitions[status]) as ConfirmationCommandName[];
