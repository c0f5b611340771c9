/**
 * 帳票の全文の手本。受け取る人の道具（pdftotext）で読んだ文字の全部が、置いてある手本と一字も違わない。
 * 帳票の版を変えるときは手本も変え、その違いを人が読む。
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import {
  buildChangeNotice,
  buildDeclineNotice,
  buildNotice,
  buildRevocationNotice,
} from "#app/domain/certification/build-notice.ts";
import { certificateCode, writtenCode } from "#app/domain/certification/certificate-code.ts";
import { buildConfirmationLetter } from "#app/domain/confirmation/build-confirmation-letter.ts";
import { checkConfirmation } from "#app/domain/confirmation/check.ts";
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import { routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import type { Result } from "#app/domain/result.ts";
import { A4, MARGIN } from "#pdf-templates/shared/paper.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { investmentAnswers } from "#test/domain/confirmation/investment-answers.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";
import {
  construction,
  type ExamplePlan,
  manufacturing,
  nursingCare,
  warehouse,
} from "#test/support/example-plans.ts";
import { hangingOf, linesOf, rendered, type TextLine, textOf } from "./pdf-inspection.ts";
import { changeForm } from "./change-form.ts";
import { CREATED_AT, filedForm, noticeFor, receipt } from "./plan-fixtures.ts";

const pdf = createPdfRenderer({ threads: 0 });
afterAll(() => pdf.close());

const print = async (template: string, data: unknown) =>
  rendered(await pdf.render(template, data, { createdAt: CREATED_AT }));

/** 手本の文字。読みやすいように折ってあるので、空白と改行は除いて比べる。 */
const golden = (name: string): string =>
  readFileSync(join(import.meta.dirname, "golden", `${name}.txt`), "utf8").replaceAll(/\s/gu, "");

const issue = { issuedOn: date("2026-12-15"), serial: 12 };
const first = { certifiedOn: date("2026-12-01"), number: "20261201東北第1号" };
const verification = {
  code: writtenCode(certificateCode(Uint8Array.from({ length: 24 }, (_, index) => index * 37))),
  url: "https://keieiryoku.example.jp/verify/ABC",
};

function factsOf({ answers }: ExamplePlan) {
  const routed = routePlanValues(rulebook, readPlan(answers).values, date("2026-12-01"));
  if (routed.kind !== "decided") throw new Error(routed.kind);
  return { answers, routing: routed.routing, filedAt: "2026-12-01T15:30:00.000Z" };
}
function made<T>(result: Result<T, readonly string[]>): T {
  if (!result.ok) throw new Error(result.error.join("、"));
  return result.value;
}

/** 要件を満たす投資計画の確認書。 */
function confirmation(type: ConfirmationType) {
  const filedOn = date("2026-12-01");
  const { values, requirements } = checkConfirmation(rulebook, {
    type,
    answers: investmentAnswers(type),
    corporation: true,
    on: filedOn,
  });
  const facts = { type, values, requirements, office: "meti-tohoku", filedOn, sole: false };
  return made(buildConfirmationLetter(rulebook, facts, issue));
}

describe("全文の手本", () => {
  test.each([
    ["certification-manufacturing", () => made(buildNotice(rulebook, factsOf(manufacturing), issue))],
    ["certification-warehouse", () => made(buildNotice(rulebook, factsOf(warehouse), issue))],
    ["certification-construction", () => made(buildNotice(rulebook, factsOf(construction), issue))],
    ["certification-nursing-care", () => made(buildNotice(rulebook, factsOf(nursingCare), issue))],
    ["change-certification", () => made(buildChangeNotice(rulebook, factsOf(manufacturing), issue, first))],
    [
      "decline",
      () => made(buildDeclineNotice(rulebook, factsOf(manufacturing), issue, "資料が確かめられないため")),
    ],
    [
      "revocation",
      () =>
        made(
          buildRevocationNotice(rulebook, factsOf(manufacturing), issue, {
            ...first,
            reason: "認定計画に従って事業を実施していないため",
          }),
        ),
    ],
    ["confirmation-b", () => confirmation("B")],
    ["confirmation-d", () => confirmation("D")],
    ["confirmation-e", () => confirmation("E")],
  ])("%s", async (name, notice) => {
    const value = { ...notice(), verification };
    expect(textOf((await print(value.templateVersion, value)).bytes)).toBe(golden(name));
  });

  test.each([
    ["receipt", "receipt/v1", receipt()],
    ["application-form", "application-form/v1", filedForm()],
    ["application-form-change", "application-form/v1", changeForm()],
  ])("%s", async (name, template, data) => {
    expect(textOf((await print(template, data)).bytes)).toBe(golden(name));
  });
});

const isPageNumber = ({ text }: TextLine): boolean => /^\d+ \/ \d+$/u.test(text);

const LETTERS = [
  "certification-notice/v2",
  "decline-notice/v2",
  "revocation-notice/v2",
  "confirmation/v2",
] as const;

describe("どれほど長い値、短い値でも、余白の外に出ない", () => {
  const old = "髙﨑𠮷邉邊齋齊籠嶋濵德廣";
  const cases: readonly (readonly [name: string, value: string])[] = [
    ["一字の名前", "髙"],
    ["旧字体と異体字", old],
    ["300字の漢字", old.repeat(25)],
    ["300字の空白の無い英字", "W".repeat(300)],
    ["300字の、折れない数字と記号", "1,234,567.89％".repeat(25)],
    ["300字の括弧", "（".repeat(150) + "）".repeat(150)],
    ["1,900字の、二つの符号で表す漢字", "𠮷".repeat(1_900)],
    ["10,000字の漢字", `株式会社${old.repeat(833)}`],
    ["10,000字の空白の無い英字", "keieiryoku".repeat(1000)],
  ];
  test.each(LETTERS.flatMap((template) => cases.map(([name, value]) => [template, name, value] as const)))(
    "%s に%s",
    async (template, _name, value) => {
      const notice = noticeFor(
        { address: value, name: value, representative: `代表取締役 ${value}` },
        {
          templateVersion: template,
          body: [`${value}については、認定します。`],
          items: [{ label: value.slice(0, 40), value }],
          verification,
        },
      );
      const outcome = await pdf.render(template, notice, { createdAt: CREATED_AT });
      // 紙に収まると確かめた長さより長い値は、刷らずに断る。
      if (Array.from(value).length > 2_000) {
        expect(outcome).toMatchObject({ ok: false, error: { kind: "invalidData" } });
        return;
      }
      const printed = rendered(outcome);
      for (const line of linesOf(printed.bytes)) {
        expect(line.xMin).toBeGreaterThanOrEqual(MARGIN.left - 1);
        expect(line.xMax).toBeLessThanOrEqual(A4.width - MARGIN.right + 1 + hangingOf(line));
        expect(line.yMin).toBeGreaterThanOrEqual(MARGIN.top - 8);
        if (!isPageNumber(line)) expect(line.yMax).toBeLessThan(A4.height - MARGIN.bottom + 2);
      }
      const shown = textOf(printed.bytes).replaceAll(/\d+\/\d+/gu, "");
      const wanted = Array.from(value).filter((character) => !/[\d/]/u.test(character)).length;
      const letters = new Set(value);
      const count = Array.from(shown).filter((one) => letters.has(one) && !/[\d/]/u.test(one)).length;
      // 宛先の三か所、本文、記に、一字も欠けずに出る。
      expect(count).toBeGreaterThanOrEqual(wanted * 5);
    },
    60_000,
  );

  test.each([300, 400, 401, 700, 1_000, 1_300, 1_600, 2_000])(
    "%d字の理由は、何枚に分かれても下の余白に出ず、一字も欠けない",
    async (length) => {
      const reason = "計画の実施を確かめられない理由。".repeat(200).slice(0, length);
      for (const value of [reason, reason.replaceAll("。", "。\n").slice(0, length).trim()]) {
        const notice = made(buildDeclineNotice(rulebook, factsOf(manufacturing), issue, value));
        const { bytes } = await print(notice.templateVersion, { ...notice, verification });
        const lines = linesOf(bytes).filter((line) => !isPageNumber(line));
        for (const line of lines) expect(line.yMax).toBeLessThan(A4.height - MARGIN.bottom + 2);
        const text = lines.map((line) => line.text).join("");
        expect(text.replaceAll(/\s/gu, "")).toContain(value.replaceAll(/\s/gu, ""));
      }
    },
    60_000,
  );
});
