/** 現状から目標までの目安の線と、年ごとの実績の図。値は図の後の表で読む。 */
export type ProgressPoint = {
  readonly key: string;
  readonly label: string;
  /** 目安の値。 */
  readonly guide: number;
  /** 実績。まだ無ければ null。 */
  readonly actual: number | null;
};

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 72;
const RIGHT = 36;
/** 縦の目盛りの字と、初めの点の間。 */
const INSET = 28;
const TOP = 16;
const BOTTOM = 36;

/**
 * @param id 画面で一意の id
 * @param words 図を見られない人への説明
 * @param points 古い順。初めは現状
 */
export function ProgressLine({
  id,
  title,
  words,
  points,
}: {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly points: readonly ProgressPoint[];
}) {
  const values = points.flatMap(({ guide, actual }) => (actual === null ? [guide] : [guide, actual]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = high === low ? Math.max(1, Math.abs(high) * 0.1) : (high - low) * 0.15;
  const [bottom, top] = [low - room, high + room];
  const x = (index: number): number =>
    LEFT + INSET + ((WIDTH - LEFT - INSET - RIGHT) * index) / Math.max(1, points.length - 1);
  const y = (value: number): number =>
    TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - bottom) / (top - bottom));
  const line = (read: (point: ProgressPoint) => number | null): string =>
    points
      .flatMap((point, index) => {
        const value = read(point);
        return value === null ? [] : [`${x(index)},${y(value)}`];
      })
      .join(" ");
  return (
    <figure className="mb-4">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-words`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block w-full max-w-xl"
        focusable="false"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>{words}</desc>
        {[low, high].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} className="stroke-solid-gray-200" />
            <text x={LEFT - 8} y={y(value) + 5} textAnchor="end" className="fill-solid-gray-700 text-[14px]">
              {value.toLocaleString("ja-JP", { maximumFractionDigits: 1 })}
            </text>
          </g>
        ))}
        <polyline
          points={line(({ guide }) => guide)}
          className="fill-none stroke-solid-gray-600"
          strokeWidth="2"
          strokeDasharray="6 5"
        />
        <polyline
          points={line(({ actual }) => actual)}
          className="fill-none stroke-blue-900"
          strokeWidth="3"
        />
        {points.map(({ key, label, actual }, index) => (
          <g key={key}>
            {actual !== null && <circle cx={x(index)} cy={y(actual)} r="6" className="fill-blue-900" />}
            <text
              x={x(index)}
              y={HEIGHT - 12}
              textAnchor="middle"
              className="fill-solid-gray-900 text-[14px]"
            >
              {label}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="mt-1 flex flex-wrap gap-x-6 text-dns-14N-130">
        <span className="inline-flex items-center gap-2">
          <svg viewBox="0 0 24 8" className="block h-2 w-6" aria-hidden="true" focusable="false">
            <line
              x1="0"
              x2="24"
              y1="4"
              y2="4"
              className="stroke-solid-gray-600"
              strokeWidth="2"
              strokeDasharray="6 5"
            />
          </svg>
          目標までの目安
        </span>
        <span className="inline-flex items-center gap-2">
          <svg viewBox="0 0 24 12" className="block h-3 w-6" aria-hidden="true" focusable="false">
            <line x1="0" x2="24" y1="6" y2="6" className="stroke-blue-900" strokeWidth="3" />
            <circle cx="12" cy="6" r="5" className="fill-blue-900" />
          </svg>
          実績
        </span>
      </figcaption>
    </figure>
  );
}
