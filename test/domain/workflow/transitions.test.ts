/** 遷移表と decide() が、どの状態とどの命令の組でも食い違わないことを確かめる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommandName } from "#app/domain/workflow/commands.ts";
import { decide } from "#app/domain/workflow/decide.ts";
import type { Effect } from "#app/domain/workflow/effects.ts";
import type { ApplicationState } from "#app/domain/workflow/state.ts";
import { finalStatuses, isEditable, type Status, statuses } from "#app/domain/workflow/statuses.ts";
import { availableCommands, destinations } from "#app/domain/workflow/transitions.ts";
import { aCommand, aCommandNamed, aState, commandNames, newDraft } from "./workflow-arbitrary.ts";

const pairs = statuses.flatMap((status) => commandNames.map((name) => ({ status, name })));
const context = { filedOn: "2026-12-01", consents: [] };

describe("遷移表", () => {
  it.each(finalStatuses)("%s から出る道はない", (status) => {
    expect(availableCommands(status)).toEqual([]);
  });

  it("認定と不認定へ至る道は、審査中からの一つずつしかない", () => {
    const roads = pairs.flatMap(({ status, name }) =>
      (destinations(status, name) ?? []).map((to) => ({ from: status, by: name, to })),
    );
    expect(roads.filter(({ to }) => to === "certified" || to === "declined")).toEqual([
      { from: "underReview", by: "certify", to: "certified" },
      { from: "underReview", by: "decline", to: "declined" },
    ]);
  });

  it("終わりでないどの状態からも、認定まで行ける", () => {
    const reaches = (from: Status, seen: ReadonlySet<Status> = new Set()): boolean =>
      from === "certified" ||
      availableCommands(from)
        .flatMap((name) => destinations(from, name) ?? [])
        .some((to) => !seen.has(to) && reaches(to, new Set([...seen, to])));
    const final: readonly Status[] = finalStatuses;
    expect(statuses.filter((status) => !final.includes(status) && !reaches(status))).toEqual([]);
  });

  it("申請者が書き換えてよいのは、次に申請できる状態だけ", () => {
    for (const status of statuses)
      expect(isEditable(status)).toBe(availableCommands(status).includes("file"));
  });
});

describe("decide と遷移表", () => {
  it.each(pairs)("$status の $name は表のとおりに進むか、状態を理由に断られる", ({ status, name }) => {
    fc.assert(
      fc.property(aState, aCommandNamed(name), (other, command) => {
        const state = { ...other, status };
        const before = structuredClone(state);
        const result = decide(state, command, context);
        const reachable: readonly Status[] | undefined = destinations(status, name);
        if (reachable === undefined)
          expect(result).toEqual({ ok: false, error: { kind: "notInThisStatus", status, command: name } });
        else if (result.ok) expect(reachable).toContain(result.value.state.status);
        else expect(result.error.kind).not.toBe("notInThisStatus");
        expect(state).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it("同じ状態と命令には、いつも同じ答え", () => {
    fc.assert(
      fc.property(aState, aCommand, (state, command) => {
        expect(decide(state, command, context)).toEqual(decide(state, command, context));
      }),
    );
  });
});

/** 申請者に知らせるべき命令と、局に知らせるべき命令。認定は、通知書を作る仕事ができた後に知らせる。 */
const toldToApplicant: readonly CommandName[] = [
  "file",
  "recall",
  "withdraw",
  "accept",
  "transfer",
  "pause",
  "resume",
  "return",
  "decline",
];
const toldToOffice: readonly CommandName[] = ["file", "recall", "withdraw", "transfer"];

describe("知らせ", () => {
  it("状態を変える命令は、関わる人へのメールを必ず一通ずつ持ち、ほかは持たない", () => {
    const addressees = (effects: readonly Effect[]) =>
      effects.flatMap((effect) => (effect.kind === "mail" ? [effect.to] : [])).toSorted();
    fc.assert(
      fc.property(aState, aCommand, (state, command) => {
        const result = decide(state, command, context);
        if (!result.ok) return;
        expect(addressees(result.value.effects)).toEqual([
          ...(toldToApplicant.includes(command.name) ? ["applicant"] : []),
          ...(toldToOffice.includes(command.name) ? ["office"] : []),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it("認定通知書を作るのは認定のときだけ", () => {
    fc.assert(
      fc.property(aState, aCommand, (state, command) => {
        const result = decide(state, command, context);
        if (!result.ok) return;
        const issues = result.value.effects.some((effect) => effect.kind === "issueCertificate");
        expect(issues).toBe(command.name === "certify");
      }),
      { numRuns: 500 },
    );
  });
});

describe("下書きから始まるどんな命令の並びでも", () => {
  const walk = (
    steps: readonly (readonly [from: ApplicationState, to: ApplicationState, command: CommandName])[],
  ) => steps;
  const history = fc.array(aCommand, { maxLength: 40 }).map((commands) => {
    let state = newDraft;
    return walk(
      commands.flatMap((command) => {
        const result = decide(state, command, { filedOn: null, consents: [] });
        if (!result.ok) return [];
        const step = [state, result.value.state, command.name] as const;
        expect(result.value.events).toHaveLength(1);
        state = result.value.state;
        return [step];
      }),
    );
  });

  it("一つの出来事で版が一つだけ進む", () => {
    fc.assert(
      fc.property(history, (steps) => {
        expect(steps.map(([, to]) => to.version)).toEqual(steps.map((_, index) => index + 2));
      }),
      { numRuns: 300 },
    );
  });

  it("受付番号は一度決まれば変わらず、提出の回数は申請のときだけ増える", () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [from, to, command] of steps) {
          if (from.receiptNumber !== null) expect(to.receiptNumber).toBe(from.receiptNumber);
          expect(to.submissionSequence - from.submissionSequence).toBe(command === "file" ? 1 : 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("受理日は一度決まれば、訂正のほかでは変わらず、出し直した申請は審査に戻る", () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [from, to, command] of steps) {
          if (from.acceptedOn === null) continue;
          if (command === "correctAcceptance") expect(to.acceptedOn).not.toBe(from.acceptedOn);
          else expect(to.acceptedOn).toBe(from.acceptedOn);
          if (command === "file") expect(to.status).toBe("underReview");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("中断しているのは、受理してから差戻し・処分・取下げまでの間だけ", () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [, to] of steps)
          if (to.pause !== null) expect(["accepted", "underReview"]).toContain(to.status);
      }),
      { numRuns: 300 },
    );
  });

  it("差戻し、出し直し、取下げの後に起案は残らない", () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [, to, command] of steps)
          if (["file", "return", "withdraw", "sendBack"].includes(command)) expect(to.proposal).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it("提出先の局があるのは、申請してから引き戻すまで", () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [, to] of steps) expect(to.officeCode === null).toBe(to.status === "draft");
      }),
      { numRuns: 300 },
    );
  });

  it("終わりに着いた申請は、もう何も起こらない", () => {
    const final: readonly Status[] = finalStatuses;
    fc.assert(
      fc.property(history, (steps) => {
        const ending = steps.findIndex(([, to]) => final.includes(to.status));
        if (ending !== -1) expect(steps).toHaveLength(ending + 1);
      }),
      { numRuns: 300 },
    );
  });
});
