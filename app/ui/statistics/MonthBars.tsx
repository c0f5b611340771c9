/** 月ごとの二つの数の棒の図。値は図の後の表で読む。 */
export type MonthBar = {
  readonly key: string;
  readonly label: string;
  readonly first: number;
  readonly second: number;
};

const WIDTH = 480;
const HEIGHT = 240;
const LEFT = 48;
const BOTTOM = 36;
const TOP = 12;

/** 目盛りの上の端。1、2、5 に 0 を付けた数のうち、四つに分けられる値。 */
function scaleTop(highest: number): number {
  for (let unit = 1; ; unit *= 10)
    for (const step of [1, 2, 5]) if (unit * step * 4 >= highest) return unit * step * 4;
}

/**
 * @param id 画面で一意の id
 * @param names 二つの数の名前
 * @param words 図を見られない人への説明
 */
export function MonthBars({
  id,
  title,
  words,
  names,
  bars,
}: {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly names: readonly [first: string, second: string];
  readonly bars: readonly MonthBar[];
}) {
  const top = scaleTop(Math.max(1, ...bars.flatMap(({ first, second }) => [first, second])));
  const plot = HEIGHT - TOP - BOTTOM;
  const y = (value: number): number => TOP + plot * (1 - value / top);
  const slot = (WIDTH - LEFT) / Math.max(1, bars.length);
  const width = Math.min(20, slot * 0.34);
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
        {[0, 1, 2, 3, 4].map((quarter) => {
          const value = (top / 4) * quarter;
          return (
            <g key={quarter}>
              <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} className="stroke-solid-gray-200" />
              <text
                x={LEFT - 8}
                y={y(value) + 5}
                textAnchor="end"
                className="fill-solid-gray-700 text-[14px]"
              >
                {value.toLocaleString("ja-JP")}
              </text>
            </g>
          );
        })}
        {bars.map(({ key, label, first, second }, index) => {
          const center = LEFT + slot * (index + 0.5);
          return (
            <g key={key}>
              <rect
                x={center - width - 1}
                y={y(first)}
                width={width}
                height={y(0) - y(first)}
                className="fill-blue-900"
              />
              <rect
                x={center + 1}
                y={y(second)}
                width={width}
                height={y(0) - y(second)}
                className="fill-green-100 stroke-green-800"
                strokeWidth="1.5"
              />
              <text
                x={center}
                y={HEIGHT - 14}
                textAnchor="middle"
                className="fill-solid-gray-900 text-[14px]"
              >
                {label}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="mt-1 flex flex-wrap gap-x-6 text-dns-14N-130">
        <Key name={names[0]} look="fill-blue-900" />
        <Key name={names[1]} look="fill-green-100 stroke-green-800" />
      </figcaption>
    </figure>
  );
}

const Key = ({ name, look }: { readonly name: string; readonly look: string }) => (
  <span className="inline-flex items-center gap-2">
    <svg viewBox="0 0 16 16" className="block size-4" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="14" height="14" className={look} strokeWidth="1.5" />
    </svg>
    {name}
  </span>
);
