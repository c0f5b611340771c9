/** 管理者は、前のシステムからの取込みの記録と報告を見て、表を CSV で受け取れる。 */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loader as findingsLoader } from "#app/routes/admin/hand-over-findings.ts";
import { loader as runLoader } from "#app/routes/admin/hand-over-run.tsx";
import { loader as listLoader } from "#app/routes/admin/hand-over.tsx";
import { importFolder } from "#test/support/hand-over.ts";
import { handOverSample, writeSample } from "#test/support/hand-over-folder.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";
import { staffCookie } from "#test/support/session-cookies.ts";

/** 一ページに入りきらない数の、直す行。 */
const STRAY = 130;

let portal: TestServices;
let run: string;
const cookies = { administrator: "", reviewer: "" };
beforeAll(async () => {
  portal = await startTestServices();
  const sample = handOverSample();
  sample.companies.push({ ...sample.companies[0] });
  sample.users[0] = {
    ...sample.users[0],
    ...Object.fromEntries(Array.from({ length: STRAY }, (_, index) => [`old${index}`, "x"])),
  };
  const folder = await writeSample(sample);
  const imported = await importFolder(portal, folder);
  if (!imported.ok) throw new Error(imported.error.kind);
  run = imported.value.run.id;
  await rm(folder, { recursive: true });
  cookies.administrator = await staffCookie(portal, "role:administrator");
  cookies.reviewer = await staffCookie(portal, "office:meti-tohoku:reviewer");
});
afterAll(() => portal.close());

const call = <T>(
  loader: Parameters<typeof load<T>>[0],
  path: string,
  who: keyof typeof cookies = "administrator",
  wanted = run,
) => load(loader, portal.loadContext, path, { params: { run: wanted }, headers: { Cookie: cookies[who] } });

it("一覧に、いつ、どこから、何件を取り込んだかが出る", async () => {
  expect(await call(listLoader, "/admin/hand-over")).toMatchObject({
    runs: [{ id: run, madeBy: "旧基盤", state: "done", plans: "4", refused: "1" }],
  });
});

it("報告に、種類ごとの数と、取り込まない行の所と理由がページに分けて出る", async () => {
  const first = await call(runLoader, `/admin/hand-over/${run}`);
  expect(first).toMatchObject({
    kinds: expect.arrayContaining([
      { key: "companies", label: "事業者", cells: ["5", "4", "0", "1"] },
    ]) as unknown,
    findings: expect.arrayContaining([
      expect.objectContaining({
        effect: "取り込まない",
        place: "companies.ndjson の5行目",
        reason: "companies.ndjson の1行目と同じ番号です",
      }),
    ]) as unknown,
    firstHref: null,
  });
  const { nextHref } = first as { nextHref: string };
  const second = await call(runLoader, nextHref);
  expect(second).toMatchObject({ nextHref: null, firstHref: `/admin/hand-over/${run}` });
  expect((second as { findings: unknown[] }).findings).toHaveLength(STRAY + 1 - 100);
});

it("表の全部を CSV で受け取れる", async () => {
  const answer = await call(findingsLoader, `/admin/hand-over/${run}/findings.csv`);
  if (!(answer instanceof Response)) throw new Error("CSV を返しません。");
  const lines = (await answer.text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + STRAY + 1);
  expect(lines[1]).toBe(
    "取り込まない,companies.ndjson,5,,同じ番号の行が前にある,companies.ndjson の1行目と同じ番号です",
  );
});

it("管理者でない職員には見せず、無い取込みは 404", async () => {
  for (const loader of [listLoader, runLoader, findingsLoader])
    expect((await call<unknown>(loader, "/admin/hand-over", "reviewer")) as Response).toMatchObject({
      status: 403,
    });
  expect(
    (await call<unknown>(runLoader, "/admin/hand-over/x", "administrator", "x")) as Response,
  ).toMatchObject({
    status: 404,
  });
});
