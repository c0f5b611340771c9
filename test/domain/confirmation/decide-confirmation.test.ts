/** 投資計画の確認の遷移表と決定。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideConfirmation } from "#app/domain/confirmation/decide.ts";
import type {
  ConfirmationCommand,
  ConfirmationCommandName,
  ConfirmationProposal,
  ConfirmationState,
} from "#app/domain/confirmation/state.ts";
import {
  type ConfirmationStatus,
  confirmationStatuses,
  isConfirmationEditable,
} from "#app/domain/confirmation/statuses.ts";
import {
  availableConfirmationCommands,
  confirmationDestination,
} from "#app/domain/confirmation/transitions.ts";

const commands: readonly ConfirmationCommand[] = [
  { name: "file", officeCode: "meti-tohoku" },
  { name: "withdraw", reason: "" },
  { name: "return", comments: [{ field: "investment.amount", text: "見積書の額と違います。" }] },
  {
    name: "propose",
    outcome: "confirm",
    ground: "",
    by: { id: "reviewer", name: "佐藤 亮" },
    at: "2026-12-01T00:00:00.000Z",
  },
  { name: "confirm", byId: "manager" },
  { name: "decline", byId: "manager" },
];
const commandNames = commands.map(({ name }) => name);

const proposal = (
  outcome: ConfirmationProposal["outcome"],
  proposedBy = "reviewer",
): ConfirmationProposal => ({
  outcome,
  ground: outcome === "decline" ? "投資利益率の根拠がない。" : "",
  proposedBy,
  proposedByName: "佐藤 亮",
  proposedAt: "2026-12-01T00:00:00.000Z",
});

const state = (status: ConfirmationStatus, rest: Partial<ConfirmationState> = {}): ConfirmationState => ({
  status,
  version: 3,
  filingSequence: 1,
  proposal: null,
  ...rest,
});

describe("遷移表", () => {
  it.each(["confirmed", "declined", "withdrawn"] as const)("%s から出る道はない", (status) => {
    expect(availableConfirmationCommands(status)).toEqual([]);
  });

  it("申請者が書き換えてよいのは、次に申請できる状態だけ", () => {
    for (const status of confirmationStatuses)
      expect(isConfirmationEditable(status)).toBe(availableConfirmationCommands(status).includes("file"));
  });

  it("どの状態とどの命令の組も、表のとおりに進むか、状態を理由に断られる", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...confirmationStatuses),
        fc.constantFrom(...commands),
        fc.constantFrom(null, proposal("confirm"), proposal("decline")),
        (status, command, proposed) => {
          const before = state(status, { proposal: proposed });
          const answer = decideConfirmation(before, command);
          const to = confirmationDestination(status, command.name);
          if (to === undefined)
            expect(answer).toEqual({
              ok: false,
              error: { kind: "notInThisStatus", status, command: command.name },
            });
          else if (answer.ok) {
            expect(answer.value.state).toMatchObject({ status: to, version: before.version + 1 });
          } else expect(answer.error.kind).not.toBe("notInThisStatus");
        },
      ),
    );
  });

  it("命令の名前を漏れなく見ている", () => {
    const all: Readonly<Record<ConfirmationCommandName, true>> = {
      file: true,
      withdraw: true,
      return: true,
      propose: true,
      confirm: true,
      decline: true,
    };
    expect(commandNames.toSorted()).toEqual(Object.keys(all).toSorted());
  });
});

describe("決裁", () => {
  it.each([
    ["起案がない", null, "manager", undefined, "noProposal"],
    ["起案が「確認しない」", proposal("decline"), "manager", undefined, "otherProposal"],
    ["自分の起案", proposal("confirm", "manager"), "manager", undefined, "ownProposal"],
    [
      "決裁を任せた人の起案を代決で",
      proposal("confirm", "boss"),
      "manager",
      { id: "boss", name: "阿部 恵子" },
      "deputisedProposal",
    ],
  ] as const)("%s なら確認できない", (_name, proposed, byId, onBehalfOf, kind) => {
    expect(
      decideConfirmation(state("filed", { proposal: proposed }), {
        name: "confirm",
        byId,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      }),
    ).toMatchObject({ ok: false, error: { kind } });
  });

  it("ほかの人の起案なら、確認も、確認しない決定もできる", () => {
    expect(
      decideConfirmation(state("filed", { proposal: proposal("confirm") }), {
        name: "confirm",
        byId: "manager",
      }),
    ).toMatchObject({ ok: true, value: { state: { status: "confirmed" } } });
    expect(
      decideConfirmation(state("filed", { proposal: proposal("decline") }), {
        name: "decline",
        byId: "manager",
      }),
    ).toMatchObject({
      ok: true,
      value: {
        state: { status: "declined" },
        event: { type: "confirmation.declined.v1", data: { ground: "投資利益率の根拠がない。" } },
      },
    });
  });

  it("理由のない「確認しない」の起案と、指摘のない差戻しはできない", () => {
    const at = "2026-12-01T00:00:00.000Z";
    const by = { id: "reviewer", name: "佐藤 亮" };
    expect(
      decideConfirmation(state("filed"), { name: "propose", outcome: "decline", ground: "", by, at }),
    ).toMatchObject({ ok: false, error: { kind: "noGround" } });
    expect(decideConfirmation(state("filed"), { name: "return", comments: [] })).toMatchObject({
      ok: false,
      error: { kind: "noComments" },
    });
  });

  it("出し直すと、前の起案は消える", () => {
    expect(
      decideConfirmation(state("returned", { proposal: proposal("confirm") }), {
        name: "file",
        officeCode: "meti-tohoku",
      }),
    ).toMatchObject({ ok: true, value: { state: { proposal: null, filingSequence: 2 } } });
  });
});
