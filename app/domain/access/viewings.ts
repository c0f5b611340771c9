/** 会社の申請を、会社の外の誰が見たか。申請者に示す形にまとめる。職員の名前は示さず、局と役割を示す。 */
import { type CivilDate } from "../calendar/civil-date.ts";
import { tokyoDay } from "../calendar/tokyo.ts";
import { isStaffRole, type StaffRole } from "./roles.ts";

/** 見た記録。監査の一行から、申請者に示してよいところだけを写した物。 */
export type ViewRecord = {
  /** 瞬間（UTC の ISO 文字列）。 */
  readonly at: string;
  readonly actorName: string;
  /** 監査に残る役割。職員は「役割@局」を「,」でつなぐ。 */
  readonly actorRole: string;
  readonly action: string;
};

/** 見たときにしたこと。 */
export const viewedActs = {
  "review.view": "申請の内容を開いた",
  "attachment.download": "添付書類を取得した",
  "certificate.download": "通知書を取得した",
  "api.read": "連携の口から値を受け取った",
} as const satisfies Readonly<Record<string, string>>;

export type ViewedAct = keyof typeof viewedActs;

export type Viewer =
  | { readonly kind: "staff"; readonly roles: readonly StaffRole[]; readonly offices: readonly string[] }
  | { readonly kind: "client"; readonly name: string };

/** 同じ日に、同じ局の同じ役割の人がした、同じこと。 */
export type Viewing = {
  readonly day: CivilDate;
  readonly viewer: Viewer;
  readonly act: ViewedAct;
  readonly times: number;
};

const isViewedAct = (action: string): action is ViewedAct => Object.hasOwn(viewedActs, action);

function viewerOf({ actorName, actorRole }: ViewRecord): Viewer | null {
  if (actorRole === "apiClient") return { kind: "client", name: actorName };
  const held = actorRole.split(",").map((one) => one.split("@"));
  const roles = held.flatMap(([role = ""]) => (isStaffRole(role) ? [role] : []));
  if (roles.length === 0) return null;
  const offices = held.flatMap(([, office = "-"]) => (office === "-" ? [] : [office]));
  return { kind: "staff", roles: [...new Set(roles)], offices: [...new Set(offices)] };
}

/**
 * @param records 監査の記録。新しい順
 * @returns 新しい日から。自社の人と、システムの仕事は含まない
 */
export function viewingsOf(records: readonly ViewRecord[]): readonly Viewing[] {
  const grouped = new Map<string, Viewing>();
  for (const record of records) {
    const viewer = viewerOf(record);
    if (viewer === null || !isViewedAct(record.action)) continue;
    const day = tokyoDay(record.at);
    const key = JSON.stringify([day, viewer, record.action]);
    grouped.set(key, { day, viewer, act: record.action, times: (grouped.get(key)?.times ?? 0) + 1 });
  }
  return [...grouped.values()];
}
