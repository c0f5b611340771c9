/** 計画の設備と、会社が示した取得を突き合わせる。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import {
  acquiredDay,
  acquisitionsOf,
  type AcquisitionTiming,
  acquisitionTiming,
  type PeriodSide,
  periodSide,
} from "#app/domain/plan-life/equipment-acquisition.ts";
import type { Acquisition, PlanEvent } from "#app/domain/plan-life/plan-events.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { foldForSearch } from "#app/domain/text/width.ts";
import type { PlanRow } from "#db/queries/plans.ts";

/** 一つの版のうち、設備に要る値。 */
type EquippedVersion = {
  readonly row: { readonly certifiedOn: string };
  readonly submission: { readonly answers: RawAnswers } | null;
  readonly acceptedOn: string | null;
};

export type EquipmentLine = {
  readonly row: string;
  readonly name: string;
  readonly model: string;
  /** 計画に書いた取得の月（YYYY-MM）。計画に書いていない設備では空。 */
  readonly plannedMonth: string;
  /** 計画に書いた取得価額の合計（円）。書いていなければ null。 */
  readonly plannedYen: number | null;
  readonly inPlan: boolean;
  readonly acquisition: Acquisition | null;
  readonly side: PeriodSide | null;
  readonly timing: AcquisitionTiming | null;
};

const namesIn = (answers: RawAnswers | null): ReadonlySet<string> =>
  new Set(
    answers === null
      ? []
      : readPlan(answers).values.equipment.equipment.map(({ name }) => foldForSearch(name ?? "")),
  );

/**
 * @param versions 新しい版から
 * @param filed まだ決まっていない、申請した変更認定申請の答え。無ければ null
 * @param on 今日（Tokyo の日）
 * @returns 様式の順。計画に書いていない取得は、その後に続く
 */
export function equipmentLines(
  plan: PlanRow,
  versions: readonly EquippedVersion[],
  events: readonly PlanEvent[],
  filed: RawAnswers | null,
  on: CivilDate,
): readonly EquipmentLine[] {
  const acquired = new Map(acquisitionsOf(events));
  const rowsOf = (version: EquippedVersion | undefined) =>
    version?.submission === undefined || version.submission === null
      ? []
      : readPlan(version.submission.answers).values.equipment.equipment;
  const oldestFirst = versions.toReversed();
  const covering = (row: string) => {
    const version = oldestFirst.find((one) => rowsOf(one).some(({ id }) => id === row));
    return version === undefined
      ? null
      : { certifiedOn: version.row.certifiedOn, acceptedOn: version.acceptedOn };
  };
  const inChange = namesIn(filed);
  const judged = (acquisition: Acquisition, row: string | null) => {
    const day = acquiredDay(acquisition);
    return day === null
      ? { side: null, timing: null }
      : {
          side: periodSide(day, plan),
          timing: acquisitionTiming(
            day,
            row === null ? null : covering(row),
            inChange.has(foldForSearch(acquisition.name)),
            on,
          ),
        };
  };
  const planned = rowsOf(versions[0]).map((row): EquipmentLine => {
    const name = row.name ?? "";
    const acquisition = acquired.get(row.id) ?? sameName(acquired, name);
    if (acquisition !== null) acquired.delete(acquisition.row);
    return {
      row: row.id,
      name,
      model: row.model ?? "",
      plannedMonth: row.acquiredMonth ?? "",
      plannedYen:
        row.unitPrice === undefined || row.quantity === undefined
          ? null
          : row.unitPrice * row.quantity * 1_000,
      inPlan: true,
      acquisition,
      ...(acquisition === null ? { side: null, timing: null } : judged(acquisition, row.id)),
    };
  });
  const others = [...acquired.values()].map((acquisition): EquipmentLine => ({
    row: acquisition.row,
    name: acquisition.name,
    model: "",
    plannedMonth: "",
    plannedYen: null,
    inPlan: false,
    acquisition,
    ...judged(acquisition, null),
  }));
  return [...planned, ...others];
}

/** 計画に書く前に示した取得。後の版に同じ名称で書かれたら、その行のものとする。 */
function sameName(acquired: ReadonlyMap<string, Acquisition>, name: string): Acquisition | null {
  const folded = foldForSearch(name);
  for (const acquisition of acquired.values())
    if (!acquisition.inPlan && foldForSearch(acquisition.name) === folded) return acquisition;
  return null;
}
