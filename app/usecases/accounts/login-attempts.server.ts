/** ログインの往復の控えを預かり、一度だけ渡す。 */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { LoginAttempt } from "#app/adapters/identity/identity-port.ts";
import { keepLoginAttempt, takeLoginAttempt } from "#db/repositories/sessions.ts";
import type { UseCaseContext } from "../context.ts";
import { later, sessionHash } from "./sign-in.server.ts";

const ATTEMPT_MINUTES = 10;

const attemptSchema = z.object({
  issuerKind: z.enum(["applicant", "staff"]),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  startedAt: z.string(),
  reauthenticate: z.boolean(),
}) satisfies z.ZodType<LoginAttempt>;

/** @returns クッキーに入れる値 */
export async function keepAttempt(context: UseCaseContext, attempt: LoginAttempt): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await keepLoginAttempt(context.database, {
    tokenHash: sessionHash(token),
    attempt,
    expiresAt: later(context.clock.now(), ATTEMPT_MINUTES),
  });
  return token;
}

/** @returns 控え。無い、使った、又は期限が切れていれば null */
export async function takeAttempt(context: UseCaseContext, token: string): Promise<LoginAttempt | null> {
  const stored = await takeLoginAttempt(context.database, sessionHash(token), context.clock.now());
  const parsed = attemptSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
