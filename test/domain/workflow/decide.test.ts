/** 申請の流れ（法第17条の認定の手続）の決まりを、命令ごとに確かめる。 */
import { describe, expect, it } from "vitest";
import type { Command } from "#app/domain/workflow/commands.ts";
import { decide, type Decision } from "#app/domain/workflow/decide.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import type { ApplicationState, Proposal } from "#app/domain/workflow/state.ts";
import { date } from "../calendar/arbitrary.ts";
import { newDraft } from "./workflow-arbitrary.ts";

const FILED_ON = { filedOn: "2026-12-01", consents: [] };
const decided = (state: ApplicationState, command: Command): Decision => {
  const result = decide(state, command, FILED_ON);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refused = (state: ApplicationState, command: Command) => {
  const result = decide(state, command, FILED_ON);
  return result.ok ? null : result.error;
};

const file: Command = { name: "file", officeCode: "meti-tohoku", receiptNumber: "26-0000-0018" };
const accept: Command = { name: "accept", acceptedOn: date("2026-12-02"), assigneeId: "reviewer-1" };
const comments = [
  { section: "indicators", field: "target", kind: "unclear" as const, text: "根拠を書いてください。" },
];
const propose: Command = {
  name: "propose",
  outcome: "certify",
  ground: "",
  by: { id: "reviewer-1", name: "佐藤 亮" },
  at: "2026-12-08T01:00:00.000Z",
};
const certify = (byId: string): Command => ({ name: "certify", byId, certifiedOn: date("2026-12-15") });

const submitted = decided(newDraft, file).state;
const accepted = decided(submitted, accept).state;
const underReview = decided(accepted, propose).state;
const returned = decided(underReview, { name: "return", comments }).state;

describe("申請する", () => {
  it("下書きを申請すると、受付番号と提出先が決まり、申請者と局に知らせる", () => {
    const { state, events, effects } = decided(newDraft, file);
    expect(state).toEqual({
      ...newDraft,
      status: "submitted",
      version: 2,
      submissionSequence: 1,
      officeCode: "meti-tohoku",
      receiptNumber: "26-0000-0018",
    });
    expect(events).toEqual([
      {
        type: "application.filed.v1",
        data: { sequence: 1, officeCode: "meti-tohoku", receiptNumber: "26-0000-0018" },
      },
    ]);
    expect(effects).toEqual([
      { kind: "mail", template: "filed", to: "applicant" },
      { kind: "mail", template: "arrived", to: "office" },
    ]);
  });

  it("受理の前に差し戻された申請を出し直すと、もう一度受理を待つ", () => {
    const state = decided(decided(submitted, { name: "return", comments }).state, file).state;
    expect(state).toMatchObject({ status: "submitted", acceptedOn: null, submissionSequence: 2 });
  });

  it("受理の後に差し戻された申請を出し直すと、受理日と受付番号を保って審査に戻る", () => {
    const state = decided(returned, { ...file, receiptNumber: "26-0000-0026" }).state;
    expect(state).toMatchObject({
      status: "underReview",
      acceptedOn: "2026-12-02",
      receiptNumber: "26-0000-0018",
      submissionSequence: 2,
      assigneeId: "reviewer-1",
      proposal: null,
    });
  });
});

describe("引戻しと取下げ", () => {
  it("引き戻した申請は局の目に触れず、受付番号は残る", () => {
    const { state } = decided(submitted, { name: "recall" });
    expect(state).toMatchObject({ status: "draft", officeCode: null, receiptNumber: "26-0000-0018" });
  });

  it.each(["accepted", "underReview", "returned"] as const)("受理の後（%s）は引き戻せない", (status) => {
    expect(refused({ ...accepted, status }, { name: "recall" })).toEqual({
      kind: "notInThisStatus",
      status,
      command: "recall",
    });
  });

  it("取下げには理由が要る", () => {
    expect(refused(accepted, { name: "withdraw", reason: "　 " })).toEqual({ kind: "noGround" });
    expect(decided(accepted, { name: "withdraw", reason: "計画を見直すため" }).state.status).toBe(
      "withdrawn",
    );
  });
});

describe("受理する", () => {
  it("受理日は申請日と同じ日から", () => {
    expect(refused(submitted, { ...accept, acceptedOn: date("2026-11-30") })).toEqual({
      kind: "acceptedBeforeFiling",
    });
    expect(decided(submitted, { ...accept, acceptedOn: date("2026-12-01") }).state).toMatchObject({
      status: "accepted",
      acceptedOn: "2026-12-01",
    });
  });

  it("受理しても、起案がなければ認定も不認定もできない", () => {
    expect(refused(accepted, certify("manager-1"))).toMatchObject({ kind: "notInThisStatus" });
  });
});

describe("中断と再開", () => {
  const pause: Command = { name: "pause", reason: "awaitingPapers", text: "決算書" };
  const paused = decided(underReview, pause).state;

  it("中断しても状態と起案は変わらず、申請者に知らせ、再開すると元に戻る", () => {
    const { state, events, effects } = decided(underReview, pause);
    expect(state).toEqual({
      ...underReview,
      version: underReview.version + 1,
      pause: { reason: "awaitingPapers", text: "決算書" },
    });
    expect(events).toEqual([
      { type: "application.paused.v1", data: { reason: "awaitingPapers", text: "決算書" } },
    ]);
    expect(effects).toEqual([{ kind: "mail", template: "paused", to: "applicant" }]);
    expect(decided(state, { name: "resume" }).state).toEqual({
      ...underReview,
      version: underReview.version + 2,
    });
  });

  it("二度は中断できず、中断していなければ再開できず、「そのほか」には理由が要る", () => {
    expect(refused(paused, pause)).toEqual({ kind: "alreadyPaused" });
    expect(refused(underReview, { name: "resume" })).toEqual({ kind: "notPaused" });
    expect(refused(underReview, { name: "pause", reason: "other", text: " " })).toEqual({ kind: "noGround" });
  });

  it.each([
    ["差戻し", { name: "return", comments }],
    ["認定", certify("manager-1")],
    ["取下げ", { name: "withdraw", reason: "計画を見直すため" }],
  ] as readonly (readonly [string, Command])[])("%sは、中断を終える", (_name, command) => {
    expect(decided(paused, command).state.pause).toBeNull();
  });

  it("移送しても中断は続く", () => {
    const moved = decided(paused, {
      name: "transfer",
      officeCode: "mhlw-kyushu",
      officeName: "九州厚生局",
      fromName: "東北経済産業局",
      reason: "所管のため",
    });
    expect(moved.state.pause).toEqual(paused.pause);
  });

  it.each(["submitted", "returned", "certified"] as const)("数えていない間（%s）は中断できない", (status) => {
    expect(refused({ ...underReview, status }, pause)).toMatchObject({ kind: "notInThisStatus" });
  });
});

describe("受理日を訂正する", () => {
  const correct = (acceptedOn: string, reason = "押印の日と違っていたため"): Command => ({
    name: "correctAcceptance",
    acceptedOn: date(acceptedOn),
    filedOn: date("2026-12-01"),
    reason,
  });

  it("前後の日付と理由が出来事に残り、ほかは変わらない", () => {
    const { state, events, effects } = decided(underReview, correct("2026-12-01"));
    expect(state).toEqual({ ...underReview, version: underReview.version + 1, acceptedOn: "2026-12-01" });
    expect(events).toEqual([
      {
        type: "application.acceptanceCorrected.v1",
        data: { before: "2026-12-02", after: "2026-12-01", reason: "押印の日と違っていたため" },
      },
    ]);
    expect(effects).toEqual([]);
  });

  it.each([
    ["申請日より前", "2026-11-30", "理由", "acceptedBeforeFiling"],
    ["同じ日", "2026-12-02", "理由", "sameAcceptance"],
    ["理由がない", "2026-12-01", " ", "noGround"],
  ])("%sなら断る", (_name, acceptedOn, reason, kind) => {
    expect(refused(underReview, correct(acceptedOn, reason))).toEqual({ kind });
  });

  it.each(["submitted", "returned", "certified", "declined", "withdrawn"] as const)(
    "受理の前、差戻し中、処分の後（%s）は訂正できない",
    (status) => {
      expect(refused({ ...underReview, status }, correct("2026-12-01"))).toMatchObject({
        kind: "notInThisStatus",
      });
    },
  );
});

describe("差し戻す", () => {
  it("指摘のない差戻しはできない", () => {
    expect(refused(accepted, { name: "return", comments: [] })).toEqual({ kind: "noComments" });
  });

  it("差し戻すと起案は消え、受理日は残る", () => {
    expect(returned).toMatchObject({ status: "returned", proposal: null, acceptedOn: "2026-12-02" });
  });
});

describe("起案と決裁", () => {
  it("不認定の起案には理由が要り、認定の起案には要らない", () => {
    expect(refused(accepted, { ...propose, outcome: "decline" })).toEqual({ kind: "noGround" });
    expect(decided(accepted, propose).state.proposal).toMatchObject({ outcome: "certify", ground: "" });
  });

  it("起案した本人は、認定も不認定もできない", () => {
    expect(refused(underReview, certify("reviewer-1"))).toEqual({ kind: "ownProposal" });
    const declining = decided(accepted, { ...propose, outcome: "decline", ground: "基準に満たない" }).state;
    expect(refused(declining, { name: "decline", byId: "reviewer-1" })).toEqual({ kind: "ownProposal" });
  });

  it("起案と違う決裁はできない", () => {
    expect(refused(underReview, { name: "decline", byId: "manager-1" })).toEqual({
      kind: "otherProposal",
      proposed: "certify",
    });
  });

  it("起案を差し戻すと決裁できず、もう一度起案できる", () => {
    const sentBack = decided(underReview, { name: "sendBack", reason: "指標の根拠を確かめること" }).state;
    expect(refused(sentBack, certify("manager-1"))).toEqual({ kind: "noProposal" });
    expect(refused(sentBack, { name: "sendBack", reason: "もう一度" })).toEqual({ kind: "noProposal" });
    expect(decided(decided(sentBack, propose).state, certify("manager-1")).state.status).toBe("certified");
  });

  it("認定すると、通知書を作る仕事が一つ生まれる。知らせは、通知書ができてからその仕事が送る", () => {
    const { state, events, effects } = decided(underReview, certify("manager-1"));
    expect(state.status).toBe("certified");
    expect(events).toEqual([{ type: "application.certified.v1", data: { certifiedOn: "2026-12-15" } }]);
    expect(effects).toEqual([{ kind: "issueCertificate" }]);
  });

  it("不認定の出来事は、起案の理由を写す", () => {
    const declining = decided(accepted, { ...propose, outcome: "decline", ground: "基準に満たない" }).state;
    const { state, events, effects } = decided(declining, { name: "decline", byId: "manager-1" });
    expect(state.status).toBe("declined");
    expect(events).toEqual([{ type: "application.declined.v1", data: { ground: "基準に満たない" } }]);
    expect(effects).toEqual([
      { kind: "issueDeclineNotice" },
      { kind: "mail", template: "declined", to: "applicant" },
    ]);
  });
});

describe("断る言葉", () => {
  const proposal: Proposal = {
    outcome: "certify",
    ground: "",
    proposedBy: "reviewer-1",
    proposedByName: "佐藤 亮",
    proposedAt: "2026-12-08T01:00:00.000Z",
  };

  it("今の状態とできないことを、どちらも名前で言う", () => {
    const refusal = refused({ ...newDraft, status: "certified", proposal }, { name: "recall" });
    expect(refusal === null ? "" : refusalMessage(refusal)).toBe(
      "この申請は「認定」のため、「引戻し」はできません。画面を開き直して、今の状態を確かめてください。",
    );
  });

  it.each([
    { kind: "noComments" },
    { kind: "noProposal" },
    { kind: "otherProposal", proposed: "decline" },
    { kind: "ownProposal" },
    { kind: "noGround" },
    { kind: "acceptedBeforeFiling" },
    { kind: "sameAcceptance" },
    { kind: "alreadyPaused" },
    { kind: "notPaused" },
  ] as const)("$kind の言葉は、次にすることまで言う一文以上", (refusal) => {
    expect(refusalMessage(refusal)).toMatch(/^[^a-z]+。$/u);
  });
});
