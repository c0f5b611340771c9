/** 計画の画面が示す値。会社の画面と局の画面が、道筋だけを替えて使う。 */
import { daysBetween, isCivilDate } from "#app/domain/calendar/civil-date.ts";
import { isCivilMonth, lastDayOf } from "#app/domain/calendar/civil-month.ts";
import { formatJapaneseDate, formatJapaneseMonth, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { AcquisitionTiming, PeriodSide } from "#app/domain/plan-life/equipment-acquisition.ts";
import { extensions } from "#app/domain/plan-life/period-change.ts";
import { planEventWords } from "#app/domain/plan-life/plan-event-words.ts";
import { isAlive } from "#app/domain/plan-life/plan-state.ts";
import { reportStateWords } from "#app/domain/progress-report/schedule.ts";
import type { Tone } from "#app/ui/tones.ts";
import type { ApplicationRow, OpenedPlan, OpenedVersion } from "#app/usecases/plans/open-plan.server.ts";
import type { EquipmentLine } from "#app/usecases/plans/plan-equipment.server.ts";

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

export const dayWords = (day: string): string => (isCivilDate(day) ? formatJapaneseDate(day) : day);
export const monthWords = (month: string): string =>
  isCivilMonth(month) ? formatJapaneseMonth(month) : month;
export const periodWords = (row: { readonly startMonth: string; readonly endMonth: string }): string =>
  `${monthWords(row.startMonth)}から${monthWords(row.endMonth)}まで`;

const yen = new Intl.NumberFormat("ja-JP");
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
    equipment: opened.equipment.map((line) => equipmentView(line, paths)),
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

export type PlanDateRow = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
};

/** 大事な日付。 */
function datesOf({ plan, state, equipment, report }: OpenedPlan, now: string): readonly PlanDateRow[] {
  const { startMonth, endMonth } = plan;
  if (!isCivilMonth(startMonth) || !isCivilMonth(endMonth)) return [];
  const last = lastDayOf(endMonth);
  const left = daysBetween(tokyoDay(now), last);
  const longer = extensions({ start: startMonth, end: endMonth });
  return [
    {
      key: "end",
      label: "実施時期の終わり",
      value: formatJapaneseDate(last),
      note: left >= 0 ? `あと${left}日` : "満了しました",
    },
    ...(isAlive(state) && longer.length > 0
      ? [
          {
            key: "extend",
            label: "実施時期の延長",
            value: `${formatJapaneseDate(last)}までに変更の認定を申請`,
            note: `${longer.map((months) => `${months / 12}年`).join("又は")}の計画に延ばせます。満了した後は延ばせません。`,
          },
        ]
      : []),
    ...(report === null
      ? []
      : [
          {
            key: "report",
            label: `実施状況報告（${formatJapaneseMonth(report.closing)}に終わる事業年度）`,
            value: formatJapaneseDate(report.dueOn),
            note: `${reportStateWords[report.state]}。期限は公の文で確かめられていない目安です。`,
          },
        ]),
    ...equipment.flatMap(({ row, name, timing }) =>
      timing?.kind === "open"
        ? [
            {
              key: `window-${row}`,
              label: `60日の期限（${name}）`,
              value: formatJapaneseDate(timing.deadline),
              note: `あと${timing.daysLeft}日。この日までに、この設備を書いた変更の申請が受理される必要があります。`,
            },
          ]
        : [],
    ),
  ];
}

type Said = { readonly tone: Tone; readonly text: string };

const sideWords: Readonly<Record<PeriodSide, Said>> = {
  inside: { tone: "success", text: "実施時期の中" },
  before: { tone: "warning", text: "実施時期より前" },
  beyond: { tone: "warning", text: "実施時期より後" },
};

function timingWords(timing: AcquisitionTiming): Said {
  switch (timing.kind) {
    case "after":
      return { tone: "success", text: "認定の後の取得" };
    case "within":
      return { tone: "success", text: "認定より前の取得（60日以内に受理）" };
    case "unknown":
      return { tone: "neutral", text: "認定より前の取得（受理の日は、このポータルでは分かりません）" };
    case "late":
      return {
        tone: "danger",
        text: `認定より前の取得で、60日の期限（${formatJapaneseDate(timing.deadline)}）を過ぎて受理`,
      };
    case "filed":
      return { tone: "info", text: "変更の申請に書いてあります" };
    case "open":
      return {
        tone: "warning",
        text: `計画に書いていません。${formatJapaneseDate(timing.deadline)}までに変更の申請の受理が要ります（あと${timing.daysLeft}日）`,
      };
    case "closed":
      return {
        tone: "danger",
        text: `計画に書かないまま、60日の期限（${formatJapaneseDate(timing.deadline)}）を過ぎました`,
      };
  }
}

function equipmentView(line: EquipmentLine, paths: PlanPaths) {
  const { acquisition, side, timing } = line;
  return {
    key: line.row,
    name: line.name,
    model: line.model,
    planned: line.inPlan
      ? [
          line.plannedMonth === "" ? "" : monthWords(line.plannedMonth),
          line.plannedYen === null ? "" : `${yen.format(line.plannedYen)}円`,
        ]
          .filter((part) => part !== "")
          .join("、")
      : "計画に書いていない設備",
    acquired:
      acquisition === null
        ? null
        : `${dayWords(acquisition.acquiredOn)}、${yen.format(acquisition.priceYen)}円`,
    judged: [...(side === null ? [] : [sideWords[side]]), ...(timing === null ? [] : [timingWords(timing)])],
    href: paths.equipment === null ? null : paths.equipment(line.row),
  };
}

export type EquipmentView = ReturnType<typeof equipmentView>;
