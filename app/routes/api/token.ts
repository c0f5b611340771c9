import { textUpTo } from "#app/http/body-text.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { issueToken, TOKEN_SECONDS, type TokenRefusal } from "#app/usecases/sharing/issue-token.server.ts";

/** 札の求めは短い。 */
const MOST_BYTES = 4 * 1024;
const noStore = { "Cache-Control": "no-store", Pragma: "no-cache" } as const;
const statuses: Readonly<Record<TokenRefusal, number>> = {
  invalid_client: 401,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  slow_down: 429,
};

const answer = (error: string, status: number): Response =>
  Response.json(
    { error },
    {
      status,
      headers: { ...noStore, ...(status === 401 ? { "WWW-Authenticate": 'Basic realm="api"' } : {}) },
    },
  );

/** 札を渡す（RFC 6749 4.4）。連携先の番号と合言葉は Basic で受ける。 */
export const action = guarded("public", "api.enter", async ({ request, useCase, clientAddress }) => {
  const credentials = basicIn(request.headers.get("Authorization"));
  if (credentials === null) return answer("invalid_client", 401);
  const text = await textUpTo(request, MOST_BYTES);
  if (text === null) return answer("invalid_request", 413);
  const form = new URLSearchParams(text);
  const issued = await issueToken(useCase, {
    ...credentials,
    grantType: form.get("grant_type") ?? "",
    scope: form.get("scope") ?? "",
    address: clientAddress,
  });
  if (!issued.ok) return answer(issued.error, statuses[issued.error]);
  return Response.json(
    {
      access_token: issued.value.token,
      token_type: "Bearer",
      expires_in: TOKEN_SECONDS,
      scope: issued.value.scopes.join(" "),
    },
    { headers: noStore },
  );
});

/** 番号も合言葉も、送る前に form の形に符号化されている（RFC 6749 2.3.1）。 */
function basicIn(header: string | null): { readonly clientId: string; readonly secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,1000})$/u.exec(header ?? "")?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 1) return null;
  try {
    return {
      clientId: decodeURIComponent(text.slice(0, colon)),
      secret: decodeURIComponent(text.slice(colon + 1)),
    };
  } catch {
    return null;
  }
}
