/** 計画の画面が示す値。会社の画面と局の画面が、道筋だけを替えて使う。 */
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import { planEventWords } from "#app/domain/plan-life/plan-event-words.ts";
import type { ApplicationRow, OpenedPlan, OpenedVersion } from "#app/usecases/plans/open-plan.server.ts";

import { datesOf } from "./plan-dates-view.server.ts";
import { equipmentView } from "./plan-equipment-view.server.ts";
import { dayWords, periodWords } from "./plan-words.ts";

export type PlanPaths = {
  /** 計画の画面。 */
  readonly plan: string;
  /** 認定通知書の PDF。渡せない人では null。 */
  readonly certificate: (version: OpenedVersion) => string | null;
  /** その申請の画面。開けない人では null。 */
  readonly application: (application: ApplicationRow) => string | null;
  /** 設備の取得を記録する画面。記録できない人では null。 */
  readonly equipment: ((row: string) => string) | null;
};

const versionKinds = { new: "新規の認定", change: "変更の認定", paper: "紙で受けた認定" } as const;
const origins = {
  portal: "このポータルで認定",
  paper: "紙で認定を受け、変更からこのポータルで手続",
  imported: "前のシステムから引継ぎ",
} as const;

/** @param now いま（UTC の ISO 文字列） */
export function planView(opened: OpenedPlan, paths: PlanPaths, now: string) {
  const { plan, state, versions, events, holderName } = opened;
  return {
    id: plan.id,
    number: plan.number,
    state,
    holderName,
    version: plan.version,
    currentVersion: plan.currentVersion,
    firstCertifiedOn: dayWords(plan.certifiedOn),
    period: periodWords(plan),
    origin: origins[plan.origin],
    ended:
      plan.ended === null || opened.leftAt !== null
        ? null
        : { on: dayWords(plan.ended.on), reason: plan.ended.reason },
    leftOn: opened.leftAt === null ? null : formatJapaneseDate(tokyoDay(opened.leftAt)),
    dates: datesOf(opened, now),
    versions: versions.map((version, index) => ({
      key: String(version.row.version),
      title: `第${version.row.version}版`,
      kind: versionKinds[version.row.kind],
      number: version.row.number,
      certifiedOn: dayWords(version.row.certifiedOn),
      period: periodWords(version.row),
      certificate: version.issued ? paths.certificate(version) : null,
      content: version.submission === null ? null : `${paths.plan}/versions/${version.row.version}`,
      compared: version.submission !== null && (versions[index + 1]?.submission ?? null) !== null,
      application: version.application === null ? null : paths.application(version.application),
    })),
    equipment: opened.equipment.map((line) => equipmentView(line, paths.equipment)),
    recordNew: paths.equipment === null ? null : paths.equipment("new"),
    timeline: events
      .map(({ row, event }) => ({
        key: String(row.sequence),
        at: row.at,
        atText: formatTokyoInstant(row.at),
        actor: row.actorName,
        ...planEventWords(event),
      }))
      .toReversed(),
    document: opened.document,
    waiting:
      opened.requests
        .filter(({ status, kind }) => status === "proposed" && kind === "surrender")
        .map(({ id, reason, createdAt }) => ({ id, reason, at: formatTokyoInstant(createdAt) }))[0] ?? null,
    change:
      opened.change === null
        ? null
        : {
            href: paths.application(opened.change),
            receiptNumber: opened.change.receiptNumber ?? "申請前の下書き",
          },
  };
}

export type PlanView = ReturnType<typeof planView>;
