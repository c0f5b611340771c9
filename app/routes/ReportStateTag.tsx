import type { ReportState } from "#app/domain/progress-report/schedule.ts";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { Tone } from "#app/ui/tones.ts";

const tones: Readonly<Record<ReportState, Tone>> = {
  upcoming: "neutral",
  due: "info",
  overdue: "warning",
  filed: "progress",
  received: "success",
};

/** 一年分の報告の様子。 */
export const ReportStateTag = ({
  row: { state, stateText },
}: {
  readonly row: { readonly state: ReportState; readonly stateText: string };
}) => <Tag tone={tones[state]}>{stateText}</Tag>;
