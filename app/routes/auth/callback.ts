import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { completeLogin } from "./complete-login.server.ts";

export const loader = guarded("public", "lookup.view", async (guard) => {
  const outcome = await completeLogin(guard);
  const headers = new Headers(outcome.cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
  return redirect(outcome.to, { headers });
});
