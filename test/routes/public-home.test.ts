import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader } from "#app/routes/public/home.tsx";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
beforeAll(async () => {
  portal = await startTestServices();
});
afterAll(() => portal.close());

const startFor = async (Cookie: string) => {
  const answer = await load(loader, portal.loadContext, "/", { headers: { Cookie } });
  if (answer instanceof Response) throw new Error("画面が出るはず");
  return answer.start;
};

describe("はじめの画面", () => {
  it.each(["", "session=unknown"])("ログインしていない人（%j）には、入口を選んでもらう", async (cookie) => {
    expect(await startFor(cookie)).toBeNull();
  });

  it("申請者は、自社の画面へ進める", async () => {
    expect(await startFor(await applicantCookie(portal))).toEqual({
      href: "/c/7990001000001",
      label: "申請と認定の画面へ進む",
      who: "株式会社青葉精密製作所 髙橋 健一",
    });
  });

  it.each([
    ["office:meti-tohoku:reviewer", "/review"],
    ["office:meti-tohoku:officeManager", "/review"],
    ["role:administrator", "/admin/rulebook"],
    ["role:auditor", "/admin/audit"],
  ])("職員（%s）は、仕事の画面 %s へ進める", async (group, href) => {
    expect(await startFor(await staffCookie(portal, group))).toMatchObject({ href, who: "佐藤 恵" });
  });
});
