import type { IndicatorReading } from "#app/domain/plan/indicator-reading.ts";
import { toneText } from "../../tones.ts";

const WIDTH = 360;
const EDGE = 28;
const BAR_TOP = 30;
const BAR_BOTTOM = 56;
/** これより端に近い言葉は、はみ出さないように端へそろえる。 */
const NEAR_EDGE = 90;

const anchorAt = (x: number): "start" | "middle" | "end" =>
  x < NEAR_EDGE ? "start" : x > WIDTH - NEAR_EDGE ? "end" : "middle";

/** 現状から目標への動きと、下限の線。良い向きを右に描く。数字は隣の一覧にもある。 */
export function GainPicture({ reading }: { readonly reading: IndicatorReading }) {
  const { comparison, indicator, baselineText, targetText, unit } = reading;
  const { gainPercent, required, meets, improved } = comparison;
  if (gainPercent === null || !Number.isFinite(gainPercent)) return null;
  const floor = required === null ? null : Number(required);
  const low = Math.min(0, gainPercent);
  const high = Math.max(0, gainPercent, floor ?? 0);
  const span = high - low === 0 ? 1 : high - low;
  const at = (percent: number): number => EDGE + ((percent - low) / span) * (WIDTH - EDGE * 2);
  const [start, end] = [at(0), at(gainPercent)];
  const good = meets && improved !== false;
  return (
    <svg
      role="img"
      aria-labelledby="gain-title gain-words"
      viewBox={`0 0 ${WIDTH} ${floor === null ? 84 : 104}`}
      className="mt-4 block w-full max-w-lg"
      focusable="false"
    >
      <title id="gain-title">{`${indicator.name}の現状から目標への動き`}</title>
      <desc id="gain-words">
        {`現状${baselineText}${unit}から目標${targetText}${unit}へ、${comparison.improvementText}。${
          floor === null ? "" : `下限の${required ?? ""}%を${meets ? "満たします" : "満たしません"}。`
        }`}
      </desc>
      <line
        x1={start}
        y1={BAR_TOP - 6}
        x2={start}
        y2={floor === null ? BAR_BOTTOM + 6 : BAR_BOTTOM + 26}
        className="stroke-solid-gray-700"
      />
      <rect
        x={Math.min(start, end)}
        y={BAR_TOP}
        width={Math.max(2, Math.abs(end - start))}
        height={BAR_BOTTOM - BAR_TOP}
        rx="3"
        className={`fill-current ${good ? toneText.success : toneText.warning}`}
      />
      {floor !== null && (
        <line
          x1={at(floor)}
          y1={BAR_TOP - 6}
          x2={at(floor)}
          y2={BAR_BOTTOM + 6}
          strokeWidth="2"
          strokeDasharray="4 3"
          className="stroke-solid-gray-900"
        />
      )}
      <g className="fill-solid-gray-900 text-[13px]">
        <text x={end} y="18" textAnchor={anchorAt(end)}>
          {`目標 ${targetText}${unit}`}
        </text>
        <text x={start} y={floor === null ? 76 : 98} textAnchor={anchorAt(start)}>
          {`現状 ${baselineText}${unit}`}
        </text>
        {floor !== null && (
          <text x={at(floor)} y="76" dx={at(floor) - start < 8 ? 4 : 0} textAnchor={anchorAt(at(floor))}>
            {`下限 ${required ?? ""}%`}
          </text>
        )}
      </g>
    </svg>
  );
}
