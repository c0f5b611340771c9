/** 計画の画面の設備の行。取得の記録と、実施時期・60日の期限との関わり。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import type { AcquisitionTiming, PeriodSide } from "#app/domain/plan-life/equipment-acquisition.ts";
import type { Tone } from "#app/ui/tones.ts";
import type { EquipmentLine } from "#app/usecases/plans/plan-equipment.server.ts";
import { dayWords, monthWords } from "./plan-words.ts";

const yen = new Intl.NumberFormat("ja-JP");

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

/** @param recordPath 設備の取得を記録する画面。記録できない人では null */
export function equipmentView(line: EquipmentLine, recordPath: ((row: string) => string) | null) {
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
    href: recordPath === null ? null : recordPath(line.row),
  };
}

export type EquipmentView = ReturnType<typeof equipmentView>;
