/**
 * 決裁者が目を配る申請のまとまり。どれも一覧の条件なので、件数はいつもその一覧の件数に等しい。
 * 順は、急ぐものから。
 */
import { SOON_BUSINESS_DAYS } from "./due-day.ts";
import { emptyListQuery, type ListQuery } from "./list-query.ts";

/** 担当がないまま置いてよい業務日の数。 */
const UNASSIGNED_DAYS = 5;
/** 差戻しへの答えと、中断の終わりを待ってよい日の数。 */
const WAITING_DAYS = 30;

const asked = (part: Partial<ListQuery>): ListQuery => ({ ...emptyListQuery, ...part });

export const escalations = {
  over: {
    title: "目安の日を過ぎた申請",
    query: asked({ due: ["over"], sort: "due" }),
  },
  soon: {
    title: `目安の日まで${SOON_BUSINESS_DAYS}業務日以内の申請`,
    query: asked({ due: ["soon"], sort: "due" }),
  },
  undecided: {
    title: "起案があり、決裁を待つ申請",
    query: asked({ status: ["underReview"], proposal: ["certify", "decline"], sort: "due" }),
  },
  unassigned: {
    title: `担当が${UNASSIGNED_DAYS}業務日以上決まっていない申請`,
    query: asked({ status: ["open"], assignee: ["none"], minAge: UNASSIGNED_DAYS, sort: "started" }),
  },
  unanswered: {
    title: `差し戻して${WAITING_DAYS}日以上、答えのない申請`,
    query: asked({ status: ["returned"], minStopped: WAITING_DAYS, sort: "started" }),
  },
  paused: {
    title: `${WAITING_DAYS}日以上、審査を中断している申請`,
    query: asked({ status: ["open"], minStopped: WAITING_DAYS, sort: "started" }),
  },
} as const satisfies Record<string, { readonly title: string; readonly query: ListQuery }>;

export type Escalation = keyof typeof escalations;
export const escalationNames = Object.keys(escalations) as readonly Escalation[];
