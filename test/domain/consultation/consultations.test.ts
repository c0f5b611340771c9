/** 求め、回答、取下げの決まりと、同意の数え方。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentsOf, renewConsents } from "#app/domain/consultation/consents.ts";
import {
  type AskedOffice,
  type Consultation,
  consultingStatuses,
  readingOffices,
} from "#app/domain/consultation/consultation.ts";
import {
  type ConsultationCommand,
  type ConsultationFacts,
  decideConsultation,
} from "#app/domain/consultation/decide-consultation.ts";
import { consultationMessage } from "#app/domain/consultation/refusals.ts";
import { decide } from "#app/domain/workflow/decide.ts";
import { statuses } from "#app/domain/workflow/statuses.ts";
import { date } from "../calendar/arbitrary.ts";
import { aState } from "../workflow/workflow-arbitrary.ts";

const welfare: AskedOffice = { code: "mhlw-tohoku", name: "東北厚生局", ministry: "厚生労働省" };
const transport: AskedOffice = { code: "mlit_dtb-tohoku", name: "東北運輸局", ministry: "国土交通省" };
const kobe: AskedOffice = { code: "mlit_dtb_kobe-kobe", name: "神戸運輸監理部", ministry: "国土交通省" };
const trade: AskedOffice = { code: "meti-tohoku", name: "東北経済産業局", ministry: "経済産業省" };

const AT = "2026-12-02T01:00:00.000Z";
const asked = (parts: Partial<Consultation> = {}): Consultation => ({
  id: "c-1",
  kind: "consent",
  submissionSequence: 1,
  office: welfare,
  question: "同意を求めます。",
  dueOn: null,
  askedById: "reviewer-1",
  askedByName: "佐藤 亮",
  askedAt: AT,
  end: null,
  ...parts,
});
const end = (result: "agree" | "disagree" | "opinion" | "withdrawn") => ({
  result,
  text: "",
  byName: "鈴木 望",
  at: AT,
});

const facts = (parts: Partial<ConsultationFacts> = {}): ConsultationFacts => ({
  status: "underReview",
  officeCode: trade.code,
  today: date("2026-12-02"),
  consultations: [],
  consents: [{ office: welfare, standing: "notAsked" }],
  ...parts,
});
const ask = (
  office: AskedOffice,
  parts: Partial<Extract<ConsultationCommand, { name: "ask" }>> = {},
): ConsultationCommand => ({
  name: "ask",
  kind: "opinion",
  office,
  question: " 見込みは妥当ですか。 ",
  dueOn: null,
  ...parts,
});
const answer = (
  result: "agree" | "disagree" | "opinion",
  text = "",
  offices: readonly string[] = [welfare.code],
): ConsultationCommand => ({ name: "answer", id: "c-1", offices, result, text });
const refusal = (command: ConsultationCommand, parts: Partial<ConsultationFacts> = {}) => {
  const decided = decideConsultation(command, facts(parts));
  return decided.ok ? null : decided.error.kind;
};

describe("求める", () => {
  it.each([
    ["意見はどの局にも", ask(kobe), {}, null],
    ["同意は要る省庁の別の局にも", ask({ ...welfare, code: "mhlw-kanto" }, { kind: "consent" }), {}, null],
    ["自分の局には求めない", ask(trade), {}, "ownOffice"],
    ["要らない省庁に同意は求めない", ask(kobe, { kind: "consent" }), {}, "notCompetent"],
    [
      "待っている同意を同じ省庁に重ねない",
      ask({ ...welfare, code: "mhlw-kanto" }, { kind: "consent" }),
      { consultations: [asked()] },
      "alreadyAsked",
    ],
    ["同意を待っていても意見は聞ける", ask(welfare), { consultations: [asked()] }, null],
    [
      "待っている意見を同じ局に重ねない",
      ask(welfare),
      { consultations: [asked({ kind: "opinion" })] },
      "alreadyAsked",
    ],
    [
      "もう同意している",
      ask(welfare, { kind: "consent" }),
      { consents: [{ office: welfare, standing: "agreed" }] },
      "alreadyAgreed",
    ],
    [
      "同意しないと答えた省庁には求め直せる",
      ask(welfare, { kind: "consent" }),
      {
        consultations: [asked({ end: end("disagree") })],
        consents: [{ office: welfare, standing: "disagreed" }],
      },
      null,
    ],
    ["空の質問", ask(kobe, { question: "　\n" }), {}, "noText"],
    ["長すぎる質問", ask(kobe, { question: "あ".repeat(2001) }), {}, "tooLong"],
    ["今日の期限", ask(kobe, { dueOn: date("2026-12-02") }), {}, null],
    ["昨日の期限", ask(kobe, { dueOn: date("2026-12-01") }), {}, "dueInPast"],
  ] as const)("%s", (_name, command, parts, expected) => {
    expect(refusal(command, parts)).toBe(expected);
  });

  it("質問の前後の空白は残さない", () => {
    expect(decideConsultation(ask(kobe), facts())).toMatchObject({
      ok: true,
      value: { change: "asked", question: "見込みは妥当ですか。" },
    });
  });
});

describe("答える", () => {
  const consent = { consultations: [asked()] };
  const opinion = { consultations: [asked({ kind: "opinion" })] };
  it.each([
    ["同意するのに文は要らない", answer("agree"), consent, null],
    ["同意しないなら理由が要る", answer("disagree"), consent, "noText"],
    ["理由を書いた不同意", answer("disagree", "根拠が足りません。"), consent, null],
    ["意見には文が要る", answer("opinion"), opinion, "noText"],
    ["書いた意見", answer("opinion", "妥当です。"), opinion, null],
    ["同意の求めに意見では答えない", answer("opinion", "妥当です。"), consent, "noChoice"],
    ["意見照会に同意では答えない", answer("agree"), opinion, "noChoice"],
    ["求められていない局", answer("agree", "", [kobe.code]), consent, "notAsked"],
    ["ない求め", answer("agree"), {}, "notAsked"],
    ["二度目の回答", answer("agree"), { consultations: [asked({ end: end("agree") })] }, "alreadyAnswered"],
    ["取り下げられた後", answer("agree"), { consultations: [asked({ end: end("withdrawn") })] }, "withdrawn"],
  ] as const)("%s", (_name, command, parts, expected) => {
    expect(refusal(command, parts)).toBe(expected);
  });

  it.each(statuses)("状態が %s のとき、求めも回答も取下げも、受理してから処分するまでだけ", (status) => {
    const may = consultingStatuses.some((one) => one === status);
    const withdraw: ConsultationCommand = { name: "withdraw", id: "c-1", reason: "要らなくなりました。" };
    for (const command of [ask(kobe), answer("agree"), withdraw])
      expect(refusal(command, { status, consultations: [asked()] })).toBe(may ? null : "notConsulting");
  });
});

describe("取り下げる", () => {
  it.each([
    ["理由が要る", " ", [asked()], "noText"],
    ["答えの後には取り下げない", "不要", [asked({ end: end("agree") })], "alreadyAnswered"],
    ["二度取り下げない", "不要", [asked({ end: end("withdrawn") })], "withdrawn"],
  ] as const)("%s", (_name, reason, consultations, expected) => {
    expect(refusal({ name: "withdraw", id: "c-1", reason }, { consultations })).toBe(expected);
  });

  it("取り下げた局は読めなくなり、答えた局と待っている局は読める", () => {
    const all = [
      asked({ end: end("withdrawn") }),
      asked({ id: "c-2", office: transport, end: end("agree") }),
      asked({ id: "c-3", office: kobe }),
    ];
    expect(readingOffices(all)).toEqual([transport.code, kobe.code]);
  });
});

describe("断る言葉", () => {
  it.each([
    { kind: "notConsulting", status: "certified" },
    { kind: "ownOffice" },
    { kind: "alreadyAsked", officeName: "東北厚生局", at: AT },
    { kind: "alreadyAgreed", officeName: "東北厚生局" },
    { kind: "notCompetent", ministry: "国土交通省", competent: ["厚生労働省"] },
    { kind: "notCompetent", ministry: "国土交通省", competent: [] },
    { kind: "notAsked" },
    { kind: "alreadyAnswered", byName: "鈴木 望", at: AT },
    { kind: "withdrawn", byName: "鈴木 望", at: AT },
    { kind: "noChoice" },
    { kind: "noText" },
    { kind: "tooLong" },
    { kind: "dueInPast" },
  ] as const)("$kind の言葉は、日本語の一文以上", (refused) => {
    expect(consultationMessage(refused)).toMatch(/^[^a-z]+。$/u);
  });
});

const anyEnd = fc.constantFrom(null, end("agree"), end("disagree"), end("withdrawn"));
const history = fc.array(
  fc.record({
    office: fc.constantFrom(welfare, transport, kobe),
    kind: fc.constantFrom("consent" as const, "opinion" as const),
    submissionSequence: fc.integer({ min: 1, max: 3 }),
    end: anyEnd,
  }),
  { maxLength: 8 },
);
const needed = fc.subarray([welfare, transport]);
const current = fc.integer({ min: 1, max: 3 });
const listed = (rows: readonly Partial<Consultation>[]) =>
  rows.map((row, index) => asked({ id: `c-${index + 1}`, ...row }));

describe("同意のどんな来し方でも", () => {
  it("そろわない同意があれば、理由を書かない認定は必ず断られ、そろっていれば同意のために断られない", () => {
    fc.assert(
      fc.property(aState, history, needed, current, (state, rows, offices, sequence) => {
        const consents = consentsOf(offices, listed(rows), (one) => one === sequence);
        const command = { name: "certify", byId: "manager-9", certifiedOn: date("2026-12-15") } as const;
        const decided = decide(state, command, { filedOn: null, consents });
        const missing = consents.filter(({ standing }) => standing !== "agreed");
        if (decided.ok) expect(missing).toEqual([]);
        else if (decided.error.kind === "consentMissing") expect(decided.error.consents).toEqual(missing);
        expect(missing.length === 0 && !decided.ok && decided.error.kind === "consentMissing").toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("求め直した後は、要る省庁のどれもが求められていて、要らない求めは待っていない", () => {
    fc.assert(
      fc.property(history, needed, current, (rows, offices, sequence) => {
        const before = listed(rows);
        const counts = (one: number) => one === sequence;
        const { withdraw, ask: renewed } = renewConsents(offices, before, counts);
        const withdrawn = new Set(withdraw.map(({ id }) => id));
        const after = [
          ...before.map((one) => (withdrawn.has(one.id) ? { ...one, end: end("withdrawn") } : one)),
          ...renewed.map((office) => asked({ office, submissionSequence: sequence })),
        ];
        expect(consentsOf(offices, after, counts).map(({ standing }) => standing)).not.toContain("notAsked");
        for (const one of after)
          if (one.kind === "consent" && one.end === null)
            expect(offices.map(({ ministry }) => ministry)).toContain(one.office.ministry);
        expect(renewConsents(offices, after, counts)).toEqual({ withdraw: [], ask: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
