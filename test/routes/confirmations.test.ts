/** 投資計画の確認の画面: 打った物を保ち、誤りを欄に示し、計算を見せ、よその人には無いものと答える。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  action as saveAction,
  loader as confirmationPage,
} from "#app/routes/applicant/confirmations/confirmation.tsx";
import { loader as ownList } from "#app/routes/applicant/confirmations/list.tsx";
import { loader as ownLetter } from "#app/routes/applicant/confirmations/letter-pdf.ts";
import { action as newAction } from "#app/routes/applicant/confirmations/new.tsx";
import { action as submitAction, loader as submitPage } from "#app/routes/applicant/confirmations/submit.tsx";
import { action as decideAction, loader as decidePage } from "#app/routes/reviewer/confirmations/decide.tsx";
import { loader as officeList } from "#app/routes/reviewer/confirmations/list.tsx";
import { action as proposeAction } from "#app/routes/reviewer/confirmations/propose.tsx";
import { loader as recordPage } from "#app/routes/reviewer/confirmations/record.tsx";
import { action as returnAction } from "#app/routes/reviewer/confirmations/return.tsx";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { investmentAnswers } from "#test/domain/confirmation/investment-answers.ts";
import { confirmFiled, fileInvestment, startInvestment, versionOf } from "#test/support/confirmed.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { companyKeyOf } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
let applicant: UseCaseContext;
let company = "";
const STRANGER = "6990001000002";
const cookies = { applicant: "", stranger: "", reviewer: "", manager: "", elsewhere: "" };

beforeAll(async () => {
  portal = await startTestServices();
  applicant = await logIn(portal, "takahashi@aoba.example.jp");
  company = companyKeyOf(applicant);
  cookies.applicant = await applicantCookie(portal);
  cookies.stranger = await applicantCookie(portal, { companyKey: STRANGER });
  cookies.reviewer = await staffCookie(portal, "office:meti-tohoku:reviewer");
  cookies.manager = await staffCookie(portal, "office:meti-tohoku:officeManager");
  cookies.elsewhere = await staffCookie(portal, "office:meti-kanto:officeManager");
}, 60_000);
afterAll(() => portal.close());

type Route = Parameters<typeof load<unknown>>[0];

/** その人の会社。職員にはない。 */
const companies = (): Readonly<Record<string, string | undefined>> => ({
  applicant: company,
  stranger: STRANGER,
});

async function call(
  route: Route,
  who: keyof typeof cookies,
  id: string,
  { form, search = "" }: { readonly form?: Readonly<Record<string, string>>; readonly search?: string } = {},
) {
  const answer = await load(route, portal.loadContext, `/confirmations${search}`, {
    params: { id, ...(companies()[who] === undefined ? {} : { company: companies()[who] }) },
    headers: { Cookie: cookies[who] },
    ...(form === undefined ? {} : { form }),
  });
  return answer instanceof Response
    ? { status: answer.status, location: answer.headers.get("Location"), page: null }
    : { status: statusIn(answer), location: null, page: pageIn(answer) };
}
const statusIn = (answer: unknown): number =>
  ((answer as { readonly init?: { readonly status?: number } | null }).init ?? {}).status ?? 200;
const pageIn = (answer: unknown): unknown =>
  typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer;

/** 画面の欄の名前で書いた下書き。 */
const posted = (
  version: number,
  next: string,
  changes: Parameters<typeof investmentAnswers>[1] = {},
): Readonly<Record<string, string>> => ({
  version: String(version),
  next,
  ...Object.fromEntries(
    Object.entries(investmentAnswers("B", changes)).flatMap(([part, section]) =>
      Object.entries(section).map(([field, value]) => [
        `${part}.${field}`,
        typeof value === "string" ? value : "",
      ]),
    ),
  ),
});

describe("申請者の画面", () => {
  it("類型を選ばずに始めようとすると、欄に誤りを示す", async () => {
    expect(await call(newAction, "applicant", "", { form: { intentKey: "a" } })).toMatchObject({
      status: 422,
      page: { errors: [expect.stringContaining("類型")] },
    });
  });

  it("読めない値を打って保存しても残り、欄の下に理由を示し、計算はまだできないと示す", async () => {
    const { confirmationId: id } = await startInvestment(applicant);
    const form = posted(1, "stay", { investment: { amount: "一億くらい" } });
    const saved = await call(saveAction, "applicant", id, { form });
    expect(saved).toMatchObject({ status: 302, location: expect.stringContaining("done=saved") });
    const { page } = await call(confirmationPage, "applicant", id);
    expect(page).toMatchObject({
      draft: {
        answers: { investment: { amount: "一億くらい" } },
        findings: [{ section: "investment", field: "amount" }],
        requirements: expect.arrayContaining([expect.objectContaining({ id: "return", met: null })]),
      },
    });
  });

  it("ほかの画面で先に保存されていたら、打った物を保ったまま知らせ、もう一度押せば保存できる", async () => {
    const { confirmationId: id } = await startInvestment(applicant);
    await call(saveAction, "applicant", id, { form: posted(1, "stay") });
    const mine = posted(1, "stay", { investment: { planName: "あとから打った名称" } });
    const conflict = await call(saveAction, "applicant", id, { form: mine });
    expect(conflict).toMatchObject({
      status: 409,
      page: { version: 2, answers: { investment: { planName: "あとから打った名称" } } },
    });
    const again = await call(saveAction, "applicant", id, { form: { ...mine, version: "2" } });
    expect(again.status).toBe(302);
  });

  it("申請の確認の画面は、誤りを、その欄へのリンクで並べる", async () => {
    const { confirmationId: id } = await startInvestment(applicant);
    const saved = await call(saveAction, "applicant", id, {
      form: posted(1, "submit", { investment: { amount: "200,000", planName: "" } }),
    });
    expect(saved.location).toMatch(/\/submit$/u);
    const { page } = await call(submitPage, "applicant", id);
    expect(page).toMatchObject({
      bureau: "東北経済産業局",
      errors: [
        { href: expect.stringMatching(/#investment-planName$/u) },
        { href: expect.stringMatching(/#investment-amount$/u), message: expect.stringContaining("3.5%") },
      ],
      warnings: [{ message: expect.stringContaining("事前確認書") }],
    });
    const form = { version: String(await versionOf(applicant, id)), facts: "0" };
    expect((await call(submitAction, "applicant", id, { form })).location).toMatch(/\/submit$/u);
  });

  it("よその会社の人には、申請も確認書も無い", async () => {
    const { confirmationId } = await fileInvestment(portal, applicant);
    for (const route of [confirmationPage, submitPage, ownLetter] as readonly Route[])
      expect((await call(route, "stranger", confirmationId)).status).toBe(404);
    expect((await call(ownList, "stranger", "")).page).toMatchObject({ rows: [] });
  });
});

describe("局の画面", () => {
  it("一覧は URL の条件で絞れ、ほかの局には出ない", async () => {
    const { confirmationId, receiptNumber } = await fileInvestment(portal, applicant);
    const search = `?q=${receiptNumber}&status=filed&type=B`;
    const { page } = await call(officeList, "reviewer", "", { search });
    expect(page).toMatchObject({ rows: [{ id: confirmationId, type: "B" }], nextHref: null });
    expect((await call(officeList, "elsewhere", "", { search })).page).toMatchObject({ rows: [] });
    expect((await call(recordPage, "elsewhere", confirmationId)).status).toBe(404);
  });

  it("記録の画面は、数を入れた式を示し、差戻しの誤りでは書いた指摘を残す", async () => {
    const { confirmationId: id } = await fileInvestment(portal, applicant);
    const { page } = await call(recordPage, "reviewer", id);
    expect(JSON.stringify(page)).toContain("÷ 100,000 × 100");
    const version = String(await versionOf(applicant, id));
    const form = { version, "field-0": "知らない欄", "text-0": "見積書の額と違います。" };
    expect(await call(returnAction, "reviewer", id, { form })).toMatchObject({
      status: 422,
      page: { comments: expect.arrayContaining([{ field: "知らない欄", text: "見積書の額と違います。" }]) },
    });
  });

  it("理由のない「確認しない」の起案は、書いた物を残して断られる", async () => {
    const { confirmationId: id } = await fileInvestment(portal, applicant);
    const form = { version: String(await versionOf(applicant, id)), outcome: "decline", ground: "" };
    expect(await call(proposeAction, "reviewer", id, { form })).toMatchObject({
      status: 409,
      page: { outcome: "decline", field: "ground" },
    });
  });

  it("決裁は、起案した人にはできない理由を示し、別の決裁者が決めれば確認書が渡る", async () => {
    const { confirmationId: id } = await fileInvestment(portal, applicant);
    const version = async () => String(await versionOf(applicant, id));
    const propose = { version: await version(), outcome: "confirm", ground: "" };
    await call(proposeAction, "manager", id, { form: propose });
    const { page } = await call(decidePage, "manager", id);
    expect(page).toMatchObject({ obstacle: expect.stringContaining("自分が起案した") });
    const refused = await call(decideAction, "manager", id, {
      form: { version: await version(), command: "confirm" },
    });
    expect(refused.status).toBe(409);
    await confirmFiled(portal, { confirmationId: id });
    const letter = await load(ownLetter, portal.loadContext, "/letter.pdf", {
      params: { company, id },
      headers: { Cookie: cookies.applicant },
    });
    expect(letter instanceof Response && letter.headers.get("Content-Type")).toBe("application/pdf");
    expect((await call(confirmationPage, "applicant", id)).page).toMatchObject({
      letter: { number: expect.stringContaining("東北第") },
    });
  });
});
