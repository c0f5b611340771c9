/** 連携の口（/api/v1）: 札、項目のまとまり、同意とその取りやめ、一覧の続き、通知書、知らせ。 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { planDetailSchema, planListSchema } from "#app/domain/sharing/shared-plan.ts";
import appRoutes from "#app/routes.ts";
import { loader as certificatePdf } from "#app/routes/api/certificate-pdf.ts";
import { loader as planLoader } from "#app/routes/api/certified-plan.ts";
import { loader as listLoader } from "#app/routes/api/certified-plans.ts";
import { loader as openapiLoader } from "#app/routes/api/openapi.ts";
import { loader as entryLink } from "#app/routes/public/entry-link.tsx";
import { action as tokenAction } from "#app/routes/api/token.ts";
import { revokeCertificate } from "#app/usecases/certification/revoke-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import {
  type ClientSecrets,
  confirmClient,
  disableClient,
  listClients,
  registerClient,
  replayNotices,
} from "#app/usecases/sharing/manage-clients.server.ts";
import { notifyClient, webhookSignature } from "#app/usecases/sharing/notify-client.server.ts";
import { entryLinkSignature } from "#app/usecases/sharing/open-entry-link.server.ts";
import type { CorporateNumber } from "#app/domain/text/corporate-number.ts";
import { applicantCookie } from "#test/support/session-cookies.ts";
import { setSharingConsent } from "#app/usecases/sharing/sharing-consent.server.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { logIn } from "#test/support/people.ts";
import { startTestServices, testOrigin, type TestServices } from "#test/support/portal-services.ts";
import { current, expectOk, refusalOf } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { createTestClock, type TestClock } from "#test/support/test-clock.ts";

const ALL = ["plans.basic", "plans.indicators", "plans.measures", "plans.equipment", "plans.certificate"];

let clock: TestClock;
let portal: TestServices;
let certified: Certified;
let registrar: UseCaseContext;
let confirmer: UseCaseContext;
let client: ClientSecrets;
let token: string;
let hook: Server;
const heard: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = [];
let hookStatus = 204;

beforeAll(async () => {
  hook = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(hookStatus).end();
    });
  });
  await new Promise<void>((resolve) => {
    hook.listen(0, "127.0.0.1", resolve);
  });
  clock = createTestClock("2026-12-01T01:00:00.000Z");
  portal = await startTestServices({ clock });
  certified = await certifiedPlan(portal);
  registrar = await logIn(portal, "administrator-1");
  confirmer = await logIn(portal, "administrator-2");
  client = await register(ALL);
  token = await tokenFor(client);
}, 120_000);
afterAll(async () => {
  await portal.close();
  await new Promise((resolve) => {
    hook.close(resolve);
  });
});

let intents = 0;
async function register(scopes: readonly string[], webhookUrl = hookUrl()): Promise<ClientSecrets> {
  const input = {
    name: "ミラサポコネクト（試し）",
    scopes,
    webhookUrl,
    intentKey: `client-${(intents += 1)}`,
  };
  const secrets = expectOk(await registerClient(registrar, input));
  if (secrets === null) throw new Error("登録できませんでした。");
  expectOk(await confirmClient(confirmer, secrets.clientId));
  return secrets;
}
const hookUrl = () => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;

const askToken = (headers: Readonly<Record<string, string>>, body: string) =>
  tokenAction({
    request: new Request(`${testOrigin}/api/v1/oauth/token`, { method: "POST", headers, body }),
    params: {},
    context: portal.loadContext,
  });
const basic = (id: string, secret: string) => ({
  Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
});
async function tokenFor({ clientId, secret }: ClientSecrets, scope = ""): Promise<string> {
  const answer = await askToken(
    basic(clientId, secret),
    new URLSearchParams({ grant_type: "client_credentials", scope }).toString(),
  );
  const body = (await answer.json()) as { readonly access_token?: string };
  return body.access_token ?? "";
}

const bearer = (value = token) => ({ Authorization: `Bearer ${value}` });
const list = async (query = "", value = token): Promise<Response> =>
  load(listLoader, portal.loadContext, `/api/v1/certified_plans${query}`, { headers: bearer(value) });
const plans = async (query = "", value = token) =>
  planListSchema.parse(await (await list(query, value)).json());
const one = (value = token): Promise<Response> =>
  load(planLoader, portal.loadContext, `/api/v1/certified_plans/${certified.applicationId}`, {
    headers: bearer(value),
    params: { id: certified.applicationId },
  });
const pdf = (value = token): Promise<Response> =>
  load(
    certificatePdf,
    portal.loadContext,
    `/api/v1/certified_plans/${certified.applicationId}/certificate.pdf`,
    {
      headers: bearer(value),
      params: { id: certified.applicationId },
    },
  );
const consent = async (given: boolean) => {
  const applicant = await logIn(portal, "takahashi@aoba.example.jp");
  const { applicationId, companyKey } = certified;
  expectOk(await setSharingConsent(applicant, { applicationId, companyKey, given }));
  clock.advance({ minutes: 1 });
};

describe("札", () => {
  it.each([
    [
      "合言葉が違う",
      () => basic(client.clientId, "wrong"),
      "grant_type=client_credentials",
      401,
      "invalid_client",
    ],
    ["知らない番号", () => basic("unknown", "x"), "grant_type=client_credentials", 401, "invalid_client"],
    ["Basic が無い", () => ({}), "grant_type=client_credentials", 401, "invalid_client"],
    ["読めない Basic", () => ({ Authorization: "Basic JTNB" }), "", 401, "invalid_client"],
    [
      "ほかの流れ",
      () => basic(client.clientId, client.secret),
      "grant_type=password",
      400,
      "unsupported_grant_type",
    ],
    [
      "知らない項目",
      () => basic(client.clientId, client.secret),
      "grant_type=client_credentials&scope=plans.everything",
      400,
      "invalid_scope",
    ],
  ])("%s なら渡さない", async (_, headers, body, status, error) => {
    const answer = await askToken(headers(), body);
    expect([answer.status, await answer.json()]).toEqual([status, { error }]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  it("大きすぎる求めは、読み終えずに断る", async () => {
    const answer = await askToken(basic(client.clientId, client.secret), `scope=${"x".repeat(5_000)}`);
    expect([answer.status, await answer.json()]).toEqual([413, { error: "invalid_request" }]);
  });

  it("登録した本人は確かめられず、確かめる前と止めた後は使えない", async () => {
    const input = { name: "連携先", scopes: ["plans.basic"], webhookUrl: "", intentKey: "unconfirmed" };
    const made = expectOk(await registerClient(registrar, input));
    if (made === null) throw new Error("登録できませんでした。");
    expect(expectOk(await registerClient(registrar, input))).toBeNull();
    expect(await tokenFor(made)).toBe("");
    expect(refusalOf(await confirmClient(registrar, made.clientId))).toMatchObject({ kind: "invalid" });
    expectOk(await confirmClient(confirmer, made.clientId));
    const live = await tokenFor(made);
    expect((await list("", live)).status).toBe(200);
    expectOk(await disableClient(registrar, made.clientId));
    expect((await list("", live)).status).toBe(401);
    expect(await tokenFor(made)).toBe("");
  });

  it("十分で切れる", async () => {
    const short = await tokenFor(client);
    expect((await list("", short)).status).toBe(200);
    clock.advance({ minutes: 11 });
    const expired = await list("", short);
    expect([expired.status, expired.headers.get("WWW-Authenticate")]).toEqual([401, "Bearer"]);
    token = await tokenFor(client);
  });

  it("管理者でない人は、連携先を登録できない", async () => {
    const reviewer = await logIn(portal, "tohoku-reviewer");
    const input = { name: "連携先", scopes: ["plans.basic"], webhookUrl: "", intentKey: "reviewer" };
    expect(refusalOf(await registerClient(reviewer, input))).toMatchObject({ kind: "forbidden" });
    expect(
      refusalOf(await registerClient(registrar, { ...input, scopes: [], webhookUrl: "http://example.jp/" })),
    ).toMatchObject({ errors: { scopes: expect.any(Array), webhookUrl: expect.any(Array) } });
  });
});

describe("同意を得た認定計画だけを渡す", () => {
  it("同意の前は、一覧にも、番号を知っていても出ない", async () => {
    expect(await plans()).toEqual({ certified_plans: [], next_cursor: null });
    expect([(await one()).status, (await pdf()).status]).toEqual([404, 404]);
  });

  it("同意するとすぐに渡り、許された区画と通知書だけが読める。連絡先はどこにも無い", async () => {
    await consent(true);
    const { certified_plans: found } = await plans();
    expect(found).toMatchObject([
      {
        id: certified.applicationId,
        state: "certified",
        plan_id: certified.applicationId,
        plan_version: 1,
        application_kind: "new",
        certificate_number: certified.number,
        corporate_number: "7990001000001",
        prefecture_code: "04",
        office_code: "meti-tohoku",
      },
    ]);
    const detail = planDetailSchema.strict().parse(await (await one()).json());
    expect(detail.sections.map(({ id }) => id)).toEqual([
      "period",
      "present-state",
      "indicators",
      "measures",
      "funding",
      "equipment",
    ]);
    expect(JSON.stringify(detail)).not.toMatch(/022-|@|小田/u);
    const narrow = await register(["plans.basic"], "");
    const narrowToken = await tokenFor(narrow);
    expect(planDetailSchema.parse(await (await one(narrowToken)).json()).sections).toEqual([]);
    expect((await pdf(narrowToken)).status).toBe(403);
    const file = await pdf();
    expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    expect((await file.text()).slice(0, 5)).toBe("%PDF-");
  });

  it("取りやめるとすぐに渡さなくなり、取りやめの印だけが残る。もう一度同意すれば戻る", async () => {
    await consent(false);
    const { certified_plans: found } = await plans();
    expect(found).toMatchObject([{ state: "withdrawn", company_name: null, certificate_number: null }]);
    expect(planDetailSchema.parse(await (await one()).json())).toMatchObject({
      state: "withdrawn",
      sections: [],
    });
    expect((await pdf()).status).toBe(404);
    await consent(true);
    expect((await plans()).certified_plans).toMatchObject([{ state: "certified" }]);
  });

  it("認定の取消しも伝わる", async () => {
    const manager = await logIn(portal, "tohoku-manager");
    expectOk(
      await revokeCertificate(manager, portal.services.pdf, {
        ...(await current(manager, certified.applicationId)),
        reason: "計画に従って事業を行っていないと認められたため",
      }),
    );
    expect((await plans()).certified_plans).toMatchObject([{ state: "revoked", revoked_on: "2026-12-01" }]);
  });
});

describe("一覧", () => {
  it("続きの印と、変わった時と、法人番号で絞れる", async () => {
    const all = await plans("?limit=1");
    expect(all.next_cursor).toBeNull();
    expect((await plans("?corporate_number=6990001000002")).certified_plans).toEqual([]);
    expect((await plans("?updated_since=2026-11-01T00:00:00%2B09:00")).certified_plans).toHaveLength(1);
    expect((await plans("?updated_since=2027-01-01T00:00:00%2B09:00")).certified_plans).toEqual([]);
  });

  it.each([
    ["?limit=0", "limit"],
    ["?limit=101", "limit"],
    ["?cursor=abc", "cursor"],
    ["?updated_since=yesterday", "updated_since"],
    ["?corporate_number=123", "corporate_number"],
    ["?prefecture=04", "prefecture"],
  ])("%s は、どの項目が誤りかを示して断る", async (query, pointer) => {
    const answer = await list(query);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
      400,
      "application/problem+json; charset=utf-8",
    ]);
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it("回数の残りを知らせ、越えたら待つ秒数を示して断る", async () => {
    const busy = await tokenFor(await register(["plans.basic"], ""));
    const first = await list("", busy);
    expect(first.headers.get("RateLimit-Remaining")).toBe("299");
    for (let times = 0; times < 299; times += 1) await list("?limit=x", busy);
    const refused = await list("", busy);
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  });

  it("渡した件数が、連携先の名前とともに監査に残る", () => {
    const rows = portal.services.database.raw
      .prepare("select actor_name, details from audit_entries where action = 'api.read'")
      .all() as { readonly actor_name: string; readonly details: string }[];
    expect(rows.some(({ details }) => (JSON.parse(details) as { rows: number }).rows === 1)).toBe(true);
    expect(new Set(rows.map((row) => row.actor_name))).toEqual(
      new Set(["ミラサポコネクト（試し）", "連携先"]),
    );
  });
});

describe("変わったことの知らせ", () => {
  const changes = () =>
    (
      portal.services.database.raw
        .prepare("select payload from outbox where topic = 'notifyClient' order by id")
        .all() as { readonly payload: string }[]
    ).map(({ payload }) => JSON.parse(payload) as { readonly clientId: string; readonly change: number });
  const system = () => portal.context({ kind: "system", job: "notifyClient" });

  it("変化ごとに一つ入り、中身を載せず、署名が合う", async () => {
    const mine = changes().filter(({ clientId }) => clientId === client.clientId);
    expect(mine.map(({ change }) => change)).toEqual([1, 2, 3, 4]);
    for (const job of mine.slice(0, 2)) await notifyClient(system(), job);
    const [first] = heard;
    const {
      "webhook-id": id,
      "webhook-timestamp": seconds,
      "webhook-signature": signature,
    } = first?.headers ?? {};
    expect(JSON.parse(first?.body ?? "")).toEqual({ type: "certified_plans.changed", change: 1 });
    expect(signature).toBe(
      webhookSignature(client.webhookSecret, String(id), Number(seconds), first?.body ?? ""),
    );
  });

  it("届かなければ投げてやり直され、遅れが管理者に見え、知らせ直せる", async () => {
    hookStatus = 503;
    await expect(notifyClient(system(), { clientId: client.clientId, change: 3 })).rejects.toThrow("503");
    const behind = async () => {
      const listed = expectOk(await listClients(registrar));
      const mine = listed.clients.find(({ id }) => id === client.clientId);
      return listed.lastChange - (mine?.delivered ?? 0);
    };
    expect(await behind()).toBe(2);
    hookStatus = 204;
    const before = changes().length;
    expectOk(await replayNotices(registrar, { id: client.clientId, intentKey: "again" }));
    const again = changes().slice(before);
    // 一つの計画の、いちばん新しい変化だけが残っている。
    expect(again).toEqual([{ clientId: client.clientId, change: 4 }]);
    for (const job of again) await notifyClient(system(), job);
    expect(await behind()).toBe(0);
  });
});

describe("会社と手続を指して入るリンク", () => {
  const link = (changes: Readonly<Record<string, string>> = {}): string => {
    const expires = Math.floor(Date.parse(clock.now()) / 1_000) + 600;
    const corporateNumber = "7990001000001" as CorporateNumber;
    const signature = entryLinkSignature(client.webhookSecret, { corporateNumber, kind: "new", expires });
    const query = {
      client: client.clientId,
      corporate_number: corporateNumber,
      kind: "new",
      expires: String(expires),
    };
    return `/start?${new URLSearchParams({ ...query, signature, ...changes }).toString()}`;
  };
  const open = async (path: string, cookie = "") =>
    load(entryLink, portal.loadContext, path, { headers: cookie === "" ? {} : { Cookie: cookie } });

  it("その会社の申請の始めの画面に移る。ログインは、移った先の入口が求める", async () => {
    const answer = await open(link());
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get("Location")).toBe("/c/7990001000001/applications/new");
  });

  it.each([
    ["署名を変えた", { signature: "0".repeat(64) }],
    ["会社を変えた", { corporate_number: "6990001000002" }],
    ["手続を変えた", { kind: "change" }],
    ["期限を延ばした", { expires: "9999999999" }],
    ["期限が切れた", { expires: "1700000000" }],
    ["連携先が違う", { client: "unknown" }],
    ["欠けている", { corporate_number: "" }],
  ])("%s リンクでは入れない", async (_, changes) => {
    expect(await open(link(changes))).toMatchObject({ init: { status: 400 } });
  });

  it("ほかの会社でログインしていれば、移らずに違いを示す", async () => {
    const cookie = await applicantCookie(portal, { companyKey: "6990001000002" });
    expect(await open(link(), cookie)).toMatchObject({ data: { other: true } });
  });
});

describe("口の説明", () => {
  it("OpenAPI 3.1 の道筋は、実際の道筋と同じ。答えの形は、返すときに通す形と同じ", async () => {
    const answer = await load(openapiLoader, portal.loadContext, "/api/v1/openapi.json");
    const document = (await answer.json()) as {
      readonly openapi: string;
      readonly paths: Readonly<
        Record<
          string,
          {
            readonly get: {
              readonly responses: Readonly<
                Record<string, { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }>
              >;
            };
          }
        >
      >;
    };
    expect(document.openapi).toBe("3.1.0");
    const real = appRoutes
      .map(({ path }) => path ?? "")
      .filter((path) => path.startsWith("api/v1/certified_plans"))
      .map((path) => `/${path.slice("api/v1/".length).replace(":id", "{id}")}`);
    expect(Object.keys(document.paths)).toEqual(real);
    const schemaOf = (path: string) =>
      document.paths[path]?.get.responses["200"]?.content["application/json"]?.schema;
    expect(schemaOf("/certified_plans")).toEqual(z.toJSONSchema(planListSchema));
    expect(schemaOf("/certified_plans/{id}")).toEqual(z.toJSONSchema(planDetailSchema));
  });
});
