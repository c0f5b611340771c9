/** 局の、実施状況報告の一覧。待つもの、期限を過ぎたもの、届いたもの、受け取ったもの。 */
import type { StaffActor } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { addDays } from "#app/domain/calendar/civil-date.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { countDue, countFiled, duePage, filedPage } from "#db/queries/progress-reports.ts";
import { today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { visibleOffices } from "../review/list-filter.ts";

/** 一覧の見出し。画面の順。 */
export const reportLists = ["filed", "overdue", "due", "received"] as const;
export type ReportList = (typeof reportLists)[number];

export type ReportItem = {
  readonly planId: string;
  readonly year: number;
  readonly officeCode: string;
  readonly companyName: string;
  /** 計画の文書番号。 */
  readonly number: string;
  /** 期限。届いた報告では null。 */
  readonly dueOn: string | null;
  /** 提出した瞬間。待つ報告では null。 */
  readonly filedAt: string | null;
  readonly receivedOn: string | null;
  readonly edition: number;
};

export type ReportPage = {
  readonly items: readonly ReportItem[];
  readonly counts: Readonly<Record<ReportList, number>>;
  /** 次の一枚の境目。無ければ null。 */
  readonly next: string | null;
};

const PAGE = 50;

/** 一番古い期限の代わり。 */
const EARLIEST = "0000-01-01";

/**
 * @param input.office 選んだ局。空文字なら見てよい局の全部
 * @param input.after 前の一枚の next。読めなければ、はじめから
 */
export function listReports(
  context: UseCaseContext,
  input: { readonly list: ReportList; readonly office: string; readonly after: string },
): Result<ReportPage, Refusal> {
  const { actor } = context;
  if (actor.kind !== "staff" || !mayDo(actor, "report.list").allowed)
    return refuse({ kind: "forbidden", action: "report.list", reason: "role" });
  const offices = chosenOffices(actor, input.office);
  const { reader } = context.database;
  const now = today(context);
  const waiting = {
    overdue: { offices, dueFrom: EARLIEST, dueTo: addDays(now, -1), opensBy: now },
    due: { offices, dueFrom: now, dueTo: "9999-12-30", opensBy: now },
  } as const;
  const counts = {
    filed: countFiled(reader, { offices, state: "filed" }),
    received: countFiled(reader, { offices, state: "received" }),
    overdue: countDue(reader, waiting.overdue),
    due: countDue(reader, waiting.due),
  };
  const [first = "", planId = ""] = input.after.split("~");
  const items: readonly ReportItem[] =
    input.list === "filed" || input.list === "received"
      ? filedPage(
          reader,
          { offices, state: input.list },
          planId === "" ? null : { filedAt: first, planId },
          PAGE + 1,
        ).map((row) => ({ ...row, dueOn: null }))
      : duePage(reader, waiting[input.list], planId === "" ? null : { dueOn: first, planId }, PAGE + 1).map(
          (row) => ({ ...row, filedAt: null, receivedOn: null, edition: 0 }),
        );
  const shown = items.slice(0, PAGE);
  const last = shown.at(-1);
  return ok({
    items: shown,
    counts,
    next:
      items.length > PAGE && last !== undefined ? `${last.filedAt ?? last.dueOn ?? ""}~${last.planId}` : null,
  });
}

function chosenOffices(actor: StaffActor, office: string): readonly string[] | null {
  const visible = visibleOffices(actor);
  if (office === "") return visible;
  return visible === null || visible.includes(office) ? [office] : [];
}
