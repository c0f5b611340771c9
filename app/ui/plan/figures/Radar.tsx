/** 六つの軸の図。軸の端に番号と短い名前を置き、値は図の後の表で読む。 */
export type RadarAxis = {
  readonly key: string;
  readonly label: string;
  /** 中心を 0、外周を 1 とした所。分からなければ null。 */
  readonly now: number | null;
  readonly goal: number | null;
};

const WIDTH = 400;
const HEIGHT = 320;
const RADIUS = 110;
const LABEL_RADIUS = RADIUS + 20;
const RINGS = [0.2, 0.4, 0.6, 0.8, 1] as const;

type Point = readonly [x: number, y: number];

const pointAt = (index: number, count: number, radius: number): Point => {
  const angle = (Math.PI * 2 * index) / count - Math.PI / 2;
  return [WIDTH / 2 + Math.cos(angle) * radius, HEIGHT / 2 + Math.sin(angle) * radius];
};
const joined = (points: readonly Point[]): string =>
  points.map((point) => point.map((one) => one.toFixed(1)).join(",")).join(" ");

const anchorOf = ([x]: Point): "start" | "middle" | "end" =>
  Math.abs(x - WIDTH / 2) < 4 ? "middle" : x < WIDTH / 2 ? "end" : "start";

/**
 * @param id 画面で一意の id
 * @param words 図を見られない人への説明
 */
export function Radar({
  id,
  title,
  words,
  axes,
}: {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly axes: readonly RadarAxis[];
}) {
  const ring = (scale: number) => joined(axes.map((_, index) => pointAt(index, axes.length, RADIUS * scale)));
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="mx-auto block w-full max-w-md"
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>{words}</desc>
      {RINGS.map((scale) => (
        <polygon key={scale} points={ring(scale)} className="fill-none stroke-solid-gray-420" />
      ))}
      {axes.map(({ key }, index) => {
        const [x, y] = pointAt(index, axes.length, RADIUS);
        return (
          <line key={key} x1={WIDTH / 2} y1={HEIGHT / 2} x2={x} y2={y} className="stroke-solid-gray-420" />
        );
      })}
      <Shape axes={axes} of="now" />
      <Shape axes={axes} of="goal" />
      <g className="fill-solid-gray-900 text-[15px]">
        {axes.map(({ key, label }, index) => {
          const place = pointAt(index, axes.length, LABEL_RADIUS);
          return (
            <text key={key} x={place[0]} y={place[1]} textAnchor={anchorOf(place)} dominantBaseline="middle">
              {label}
            </text>
          );
        })}
      </g>
    </svg>
  );
}

const looks = {
  now: { area: "fill-blue-900/20 stroke-blue-900", dot: "fill-blue-900", dash: undefined },
  goal: { area: "fill-none stroke-orange-800", dot: "fill-white stroke-orange-800", dash: "6 4" },
} as const;

/** 六つがそろえば面を、そろわなければ分かる軸の点だけを描く。 */
function Shape({ axes, of }: { readonly axes: readonly RadarAxis[]; readonly of: "now" | "goal" }) {
  const look = looks[of];
  const points = axes.flatMap((axis, index): readonly { readonly key: string; readonly at: Point }[] => {
    const value = axis[of];
    return value === null ? [] : [{ key: axis.key, at: pointAt(index, axes.length, RADIUS * value) }];
  });
  return (
    <>
      {points.length === axes.length && (
        <polygon
          points={joined(points.map(({ at }) => at))}
          strokeWidth="2"
          strokeDasharray={look.dash}
          className={look.area}
        />
      )}
      {points.map(({ key, at: [x, y] }) => (
        <circle key={key} cx={x} cy={y} r="4" strokeWidth="2" className={look.dot} />
      ))}
    </>
  );
}
