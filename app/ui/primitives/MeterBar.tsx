import { classNames } from "../class-names.ts";
import { toneText, type Tone } from "../tones.ts";

export type MeterBarProps = {
  readonly label: string;
  readonly value: number;
  /** 満杯の値。0 以下なら空の棒を描く。 */
  readonly max: number;
  /** 「12日／30日」など、値の言葉。 */
  readonly text: string;
  readonly tone?: Tone | undefined;
};

/** 割合の棒。長さは SVG の属性で描き、値は必ず言葉でも示す。 */
export function MeterBar({ label, value, max, text, tone = "info" }: MeterBarProps) {
  const filled = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className="min-w-0">
      <div className="flex items-baseline justify-between gap-3 text-dns-14N-130">
        <span>{label}</span>
        <span className="font-700 tabular-nums">{text}</span>
      </div>
      <svg
        className="mt-1 block h-2 w-full"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect width="100" height="8" className="fill-solid-gray-200" />
        <rect width={filled} height="8" className={classNames("fill-current", toneText[tone])} />
      </svg>
    </div>
  );
}
