import { guarded } from "#app/http/guard.server.ts";
import { signedOut } from "#app/http/responses.server.ts";
import { secondsLeft } from "#app/http/session-seconds.ts";
import type { SessionAnswer } from "#app/ui/form/autosave/session-expiry.ts";

const answer = (seconds: number): Response =>
  Response.json({ seconds } satisfies SessionAnswer, { headers: { "Cache-Control": "no-store" } });

/** ログインが切れるまでの秒数。尋ねるだけでは延びない。 */
export const loader = guarded(
  "public",
  "lookup.view",
  async ({ limits, useCase }) => {
    if (limits === null) throw signedOut();
    return answer(secondsLeft(limits, useCase.clock.now()));
  },
  { answer: "json", background: true },
);

/** 人が「続ける」を押した。使っている印として、時間を延ばす。 */
export const action = guarded(
  "public",
  "lookup.view",
  async ({ limits, useCase }) => {
    if (limits === null) throw signedOut();
    return answer(secondsLeft(limits, useCase.clock.now()));
  },
  { answer: "json" },
);
