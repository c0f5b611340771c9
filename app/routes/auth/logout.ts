import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { readCookie, setCookie } from "#app/http/session-cookie.server.ts";
import { signOut } from "#app/usecases/accounts/sign-out.server.ts";

export const loader = guarded("public", "lookup.view", async () => redirect("/"));

export const action = guarded("public", "lookup.view", async ({ request, tools }) => {
  const token = readCookie(request, tools.origin, "session");
  if (token !== null) await signOut(tools.database, token);
  return redirect("/", { headers: { "Set-Cookie": setCookie(tools.origin, "session", null) } });
});
