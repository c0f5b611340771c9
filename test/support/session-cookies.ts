/** 本物のログインを終えた人のクッキー（Cookie ヘッダーの値）。 */
import type { ApplicantClaims, VerifiedIdentity } from "#app/adapters/identity/identity-port.ts";
import { setCookie } from "#app/http/session-cookie.server.ts";
import { signIn } from "#app/usecases/accounts/sign-in.server.ts";
import type { TestServices } from "./portal-services.ts";

const miyagi: ApplicantClaims = {
  kind: "applicant",
  accountType: "prime",
  corporationType: "corporation",
  companyKey: "7990001000001",
  companyName: "株式会社青葉精密製作所",
  prefectureCode: "04",
  address: "仙台市泉区明通二丁目14番地",
  representativeName: "髙橋 健一",
  representativeBirthDate: null,
  userName: "髙橋 健一",
  userDepartment: null,
  email: "aoba@example.jp",
  telephone: null,
  parentSubject: null,
  raw: {},
};

/** 申請者としてログインする。claims で変えた属性のほかは、宮城の製造業の代表者。 */
export const applicantCookie = (
  portal: TestServices,
  claims: Partial<ApplicantClaims> = {},
): Promise<string> => cookieOf(portal, { ...miyagi, ...claims });

/**
 * 職員としてログインする。
 *
 * @param groups `office:meti-tohoku:reviewer`、`role:administrator` のような名前
 */
export const staffCookie = (portal: TestServices, ...groups: readonly string[]): Promise<string> =>
  cookieOf(portal, { kind: "staff", name: "佐藤 恵", email: "sato@example.jp", groups });

async function cookieOf(portal: TestServices, claims: VerifiedIdentity["claims"]): Promise<string> {
  const { services } = portal;
  const subject = claims.kind === "applicant" ? claims.companyKey : claims.groups.join(" ");
  const entered = await signIn(portal.context({ kind: "visitor" }), {
    issuer: `${services.origin}/test-issuer/${claims.kind}`,
    subject,
    authenticatedAt: services.clock.now(),
    claims,
  });
  if (!entered.ok) throw new Error(`ログインを断られました: ${entered.error.kind}`);
  return setCookie(services.origin, "session", entered.value.token).split(";")[0] ?? "";
}
