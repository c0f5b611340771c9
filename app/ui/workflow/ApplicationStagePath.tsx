import { type ShownStatus, shownStatusWords } from "#app/domain/workflow/statuses.ts";
import { StagePath, type Stage } from "../primitives/StagePath.tsx";

const road = ["draft", "submitted", "accepted", "underReview", "certified"] as const;

/** 本道の何段目に居るか。差戻し・不認定・取下げは本道を外れ、その段を置き換える。取消しは、認定の段を置き換える。 */
const position: Readonly<Record<ShownStatus, number>> = {
  draft: 0,
  submitted: 1,
  accepted: 2,
  underReview: 3,
  returned: 3,
  certified: 4,
  declined: 4,
  withdrawn: 4,
  revoked: 4,
};

export type ApplicationStagePathProps = {
  readonly status: ShownStatus;
  /** 状態に達した日（表示用の文字）。 */
  readonly dates?: Readonly<Partial<Record<ShownStatus, string>>> | undefined;
  /** 取り下げたときに達していた段。省くと申請済まで進んでいたとみなす。 */
  readonly reached?: (typeof road)[number] | undefined;
};

/** 申請が下書きから認定までのどこにあるか。 */
export function ApplicationStagePath({
  status,
  dates = {},
  reached = "submitted",
}: ApplicationStagePathProps) {
  return <StagePath label="申請の段階" stages={applicationStages(status, dates, reached)} />;
}

function applicationStages(
  status: ShownStatus,
  dates: Readonly<Partial<Record<ShownStatus, string>>>,
  reached: (typeof road)[number],
): readonly Stage[] {
  const stage = (code: ShownStatus, state: Stage["state"]): Stage => ({
    code,
    label: shownStatusWords[code],
    state,
    date: dates[code],
  });
  if (status === "withdrawn") {
    const passed = road.slice(0, position[reached] + 1);
    return [...passed.map((code) => stage(code, "done")), stage("withdrawn", "stopped")];
  }
  const here = position[status];
  const stopped = status === "returned" || status === "declined" || status === "revoked";
  return road.map((code, index) => {
    if (index === here)
      return stage(status, stopped ? "stopped" : status === "certified" ? "done" : "current");
    return stage(code, index < here ? "done" : "upcoming");
  });
}
