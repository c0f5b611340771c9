/** 流れの試験に使う、命令と状態の作り手。 */
import fc from "fast-check";
import type { Command, CommandName } from "#app/domain/workflow/commands.ts";
import { commandWords } from "#app/domain/workflow/refusals.ts";
import type { ApplicationState } from "#app/domain/workflow/state.ts";
import { statuses } from "#app/domain/workflow/statuses.ts";
import { date } from "../calendar/arbitrary.ts";

export const commandNames = Object.keys(commandWords) as readonly CommandName[];

/** 作ったばかりの申請。 */
export const newDraft: ApplicationState = {
  id: "application-1",
  status: "draft",
  version: 1,
  receiptNumber: null,
  officeCode: null,
  submissionSequence: 0,
  acceptedOn: null,
  assigneeId: null,
  proposal: null,
  pause: null,
};

const person = fc.constantFrom("reviewer-1", "manager-1", "manager-2");
const words = fc.constantFrom("", "  ", "計画の内容を確かめられません。");
const outcome = fc.constantFrom("certify" as const, "decline" as const);

const comment = fc.record({
  section: fc.constantFrom("company", "indicators"),
  field: fc.constantFrom("name", "target"),
  kind: fc.constantFrom("wrong" as const, "missing" as const, "unclear" as const),
  text: fc.constant("数字の根拠を書いてください。"),
});

const commands: { readonly [N in CommandName]: fc.Arbitrary<Extract<Command, { name: N }>> } = {
  file: fc.record({
    name: fc.constant("file" as const),
    officeCode: fc.constantFrom("meti-tohoku", "mhlw-kyushu"),
    receiptNumber: fc.constantFrom("26-0000-0018", "26-0000-0026"),
  }),
  recall: fc.constant({ name: "recall" }),
  withdraw: fc.record({ name: fc.constant("withdraw" as const), reason: words }),
  accept: fc.record({
    name: fc.constant("accept" as const),
    acceptedOn: fc.constantFrom(date("2026-11-30"), date("2026-12-01"), date("2026-12-08")),
    assigneeId: person,
  }),
  assign: fc.record({ name: fc.constant("assign" as const), assigneeId: person, assigneeName: person }),
  reassign: fc.record({
    name: fc.constant("reassign" as const),
    assigneeId: person,
    assigneeName: person,
    reason: words,
  }),
  transfer: fc.record({
    name: fc.constant("transfer" as const),
    officeCode: fc.constantFrom("meti-tohoku", "mhlw-kyushu"),
    officeName: fc.constant("九州厚生局"),
    fromName: fc.constant("東北経済産業局"),
    reason: words,
  }),
  pause: fc.record({
    name: fc.constant("pause" as const),
    reason: fc.constantFrom("awaitingPapers" as const, "other" as const),
    text: words,
  }),
  resume: fc.constant({ name: "resume" }),
  correctAcceptance: fc.record({
    name: fc.constant("correctAcceptance" as const),
    acceptedOn: fc.constantFrom(date("2026-11-30"), date("2026-12-01"), date("2026-12-08")),
    filedOn: fc.constant(date("2026-12-01")),
    reason: words,
  }),
  return: fc.record({ name: fc.constant("return" as const), comments: fc.array(comment, { maxLength: 2 }) }),
  propose: fc.record({
    name: fc.constant("propose" as const),
    outcome,
    ground: words,
    by: person.map((id) => ({ id, name: id })),
    at: fc.constant("2026-12-08T01:00:00.000Z"),
  }),
  sendBack: fc.record({ name: fc.constant("sendBack" as const), reason: words }),
  certify: fc.record({
    name: fc.constant("certify" as const),
    byId: person,
    certifiedOn: fc.constant(date("2026-12-15")),
  }),
  decline: fc.record({ name: fc.constant("decline" as const), byId: person }),
};

/** その名前の命令。 */
export const aCommandNamed = (name: CommandName): fc.Arbitrary<Command> => commands[name];

/** どれかの命令。 */
export const aCommand: fc.Arbitrary<Command> = fc.oneof(...commandNames.map(aCommandNamed));

/** どの組合せでもよい状態。起こり得ない組も含む。 */
export const aState: fc.Arbitrary<ApplicationState> = fc.record({
  id: fc.constant("application-1"),
  status: fc.constantFrom(...statuses),
  version: fc.integer({ min: 1, max: 40 }),
  receiptNumber: fc.constantFrom(null, "26-0000-0018"),
  officeCode: fc.constantFrom(null, "meti-tohoku"),
  submissionSequence: fc.integer({ min: 0, max: 5 }),
  acceptedOn: fc.constantFrom(null, date("2026-12-02")),
  assigneeId: fc.constantFrom(null, "reviewer-1"),
  proposal: fc.option(
    fc.record({
      outcome,
      ground: words,
      proposedBy: person,
      proposedByName: person,
      proposedAt: fc.constant("2026-12-08T01:00:00.000Z"),
    }),
  ),
  pause: fc.constantFrom(null, { reason: "awaitingPapers" as const, text: "登記事項証明書" }),
});
