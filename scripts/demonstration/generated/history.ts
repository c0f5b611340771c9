/** 申請の歩み。ポータルと同じ decide() で一歩ずつ進めるので、できない道筋の申請はできない。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { Command, ReturnComment } from "#app/domain/workflow/commands.ts";
import { decide } from "#app/domain/workflow/decide.ts";
import type { ApplicationEvent } from "#app/domain/workflow/events.ts";
import type { ApplicationState } from "#app/domain/workflow/state.ts";
import type { Official, OfficeStaff } from "./officials.ts";
import type { Outcome } from "./plan-shares.ts";
import type { Random } from "./random.ts";

export type Step = { readonly event: ApplicationEvent; readonly by: Official; readonly at: string };
export type Filing = { readonly sequence: number; readonly at: string };
export type Comments = {
  readonly submissionSequence: number;
  readonly comments: readonly ReturnComment[];
  readonly by: Official;
  readonly at: string;
};

export type History = {
  readonly state: ApplicationState;
  readonly steps: readonly Step[];
  readonly filings: readonly Filing[];
  readonly comments: readonly Comments[];
  readonly certified: { readonly on: CivilDate; readonly by: Official; readonly at: string } | null;
  readonly declined: { readonly on: CivilDate; readonly ground: string; readonly at: string } | null;
  readonly updatedAt: string;
};

type Move = { readonly by: Official; readonly command: (at: string) => Command };

const HOUR = 3_600_000;

/**
 * @param input.filedAt 初めの申請の瞬間
 * @param input.now これより後には何も起きない
 */
export function generateHistory(
  random: Random,
  input: {
    readonly id: string;
    readonly outcome: Outcome;
    readonly returnedOnce: boolean;
    readonly applicant: Official;
    readonly staff: OfficeStaff;
    readonly officeCode: string;
    readonly filedAt: string;
    readonly now: string;
  },
): History {
  const moves = movesOf(random, input);
  const filed = Date.parse(input.filedAt);
  // 認定までは数週間。申請が新しければ、今までの間に収める。
  const span = Math.min(random.integer(14, 42) * 24 * HOUR, (Date.parse(input.now) - filed) * 0.95);
  let state: ApplicationState = {
    id: input.id,
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
  const steps: Step[] = [];
  const filings: Filing[] = [];
  const comments: Comments[] = [];
  let certified: History["certified"] = null;
  let declined: History["declined"] = null;
  let updatedAt = input.filedAt;
  for (const [index, { by, command }] of moves.entries()) {
    const at = new Date(filed + Math.round((span * index) / Math.max(1, moves.length - 1))).toISOString();
    const given = command(at);
    const decided = decide(state, given, { filedOn: filedOn(filings), consents: [] });
    if (!decided.ok) throw new Error(`作った歩みが手続に合いません: ${JSON.stringify(decided.error)}`);
    state = decided.value.state;
    updatedAt = at;
    for (const event of decided.value.events) steps.push({ event, by, at });
    if (given.name === "file") filings.push({ sequence: state.submissionSequence, at });
    if (given.name === "return")
      comments.push({ submissionSequence: state.submissionSequence, comments: given.comments, by, at });
    if (given.name === "certify") certified = { on: given.certifiedOn, by, at };
    if (given.name === "decline") declined = { on: tokyoDay(at), ground: state.proposal?.ground ?? "", at };
  }
  return { state, steps, filings, comments, certified, declined, updatedAt };
}

const filedOn = (filings: readonly Filing[]): string | null => {
  const last = filings.at(-1);
  return last === undefined ? null : tokyoDay(last.at);
};

function movesOf(
  random: Random,
  {
    outcome,
    returnedOnce,
    applicant,
    staff,
    officeCode,
  }: {
    readonly outcome: Outcome;
    readonly returnedOnce: boolean;
    readonly applicant: Official;
    readonly staff: OfficeStaff;
    readonly officeCode: string;
  },
): readonly Move[] {
  const reviewer = random.pick(staff.reviewers);
  const file: Move = { by: applicant, command: () => ({ name: "file", officeCode, receiptNumber: null }) };
  const accept: Move = {
    by: reviewer,
    command: (at) => ({ name: "accept", acceptedOn: tokyoDay(at), assigneeId: reviewer.id }),
  };
  const assign: Move = {
    by: reviewer,
    command: () => ({ name: "assign", assigneeId: reviewer.id, assigneeName: reviewer.name }),
  };
  const sendBack: Move = {
    by: reviewer,
    command: () => ({ name: "return", comments: random.sample(returnReasons, random.integer(1, 2)) }),
  };
  const propose = (result: "certify" | "decline"): Move => ({
    by: reviewer,
    command: (at) => ({
      name: "propose",
      outcome: result,
      ground: result === "decline" ? "事業分野別指針の示す取組に当たる内容が認められないため。" : "",
      by: reviewer,
      at,
    }),
  });
  const withdraw: Move = {
    by: applicant,
    command: () => ({ name: "withdraw", reason: "設備の取得時期を見直すため。" }),
  };
  const certify: Move = {
    by: staff.manager,
    command: (at) => ({ name: "certify", byId: staff.manager.id, certifiedOn: tokyoDay(at) }),
  };
  const decline: Move = { by: staff.manager, command: () => ({ name: "decline", byId: staff.manager.id }) };
  const corrected = returnedOnce ? [sendBack, file] : [];
  switch (outcome) {
    case "submitted":
      return [file];
    case "accepted":
      return [file, accept];
    case "underReview":
      return [file, accept, assign];
    case "returned":
      return [file, accept, assign, sendBack];
    case "proposed":
      return [file, accept, assign, ...corrected, propose("certify")];
    case "certified":
      return [file, accept, assign, ...corrected, propose("certify"), certify];
    case "declined":
      return [file, accept, assign, ...corrected, propose("decline"), decline];
    case "withdrawn":
      return random.chance(0.5) ? [file, withdraw] : [file, accept, withdraw];
  }
}

const returnReasons: readonly ReturnComment[] = [
  {
    section: "present-state",
    field: "issues",
    kind: "unclear",
    text: "経営課題と実施事項のつながりが読み取れません。どの課題に応えるものかを書いてください。",
  },
  {
    section: "measures",
    field: "measures",
    kind: "missing",
    text: "いつまでに、どれだけ良くするかを数で書いてください。",
  },
  {
    section: "equipment",
    field: "equipment",
    kind: "wrong",
    text: "証明書の設備の名称と一致していません。証明書のとおりに直してください。",
  },
  {
    section: "indicators",
    field: "goal",
    kind: "unclear",
    text: "目標が指標の値とどう関わるかを書き足してください。",
  },
  {
    section: "funding",
    field: "funds",
    kind: "missing",
    text: "設備の代金に対する資金の調達方法が足りません。",
  },
];
