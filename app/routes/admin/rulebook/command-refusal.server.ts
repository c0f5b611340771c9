/** 版への操作が断られたときに、画面へ返す物。 */
import { editionRefusalMessage } from "#app/domain/rulebook/edition-lifecycle.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import type { Refusal } from "#app/usecases/refusals.ts";

export type RefusedCommand = {
  readonly problem: string | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly status: 409 | 422;
};

/** @returns 過去の施行日は、その欄の誤りになる */
export function commandRefusal(refusal: Refusal): RefusedCommand {
  switch (refusal.kind) {
    case "invalid":
      return { problem: null, errors: refusal.errors, status: 422 };
    case "edition": {
      const message = editionRefusalMessage(refusal.refusal);
      return refusal.refusal.kind === "effectiveInPast"
        ? { problem: null, errors: { effectiveFrom: [message] }, status: 422 }
        : { problem: message, errors: {}, status: 409 };
    }
    case "stale":
      return {
        problem:
          "画面を開いた後に、ほかの管理者がこの版を変えました。今の内容を確かめて、もう一度行ってください。",
        errors: {},
        status: 409,
      };
    case "draftRows":
    case "notFound":
    case "forbidden":
    case "workflow":
    case "consultation":
    case "confirmation":
    case "report":
    case "notReady":
    case "noticeIncomplete":
    case "noticeUnprintable":
    case "planLife":
    case "planRequest":
    case "companyClosed":
      throw refusalResponse(refusal);
  }
}
