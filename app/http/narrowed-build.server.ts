/**
 * 道筋の初めの一節（`review`、`c`）ごとに分けた、Remix の組み上がり。
 * React Router は、突き合わせのたびに全部のルートを並べ直す。一つの画面で三度行うので、当たり得ないルートを先に除く。
 */
import type { ServerBuild } from "@remix-run/node";

/** どの一節にも当たり得るルートの印。 */
const ANY = "*";

/**
 * @param build 全部のルートの組み上がり
 * @returns 初めの一節から、そこに当たり得るルートだけの組み上がり。表に無い一節（読めない字形、大文字）には build のまま
 */
export function narrowedBuilds(build: ServerBuild): ReadonlyMap<string, ServerBuild> {
  const segments = new Map(Object.keys(build.routes).map((id) => [id, segmentOf(id, build)]));
  const named = new Set([...segments.values()].filter((segment) => segment !== ANY));
  return new Map(
    [...named].map((segment) => {
      const fits = ([id]: readonly [string, unknown]) => [segment, ANY].includes(segments.get(id) ?? ANY);
      const narrowed = <R extends object>(routes: R) =>
        Object.fromEntries(Object.entries(routes).filter(fits)) as R;
      return [
        segment,
        {
          ...build,
          routes: narrowed(build.routes),
          // 描画も、client の部品の表にあるルートの全部から木を作る。
          assets: { ...build.assets, routes: narrowed(build.assets.routes) },
        },
      ];
    }),
  );
}

/** 先祖から続く道筋の初めの一節。値の一節（`:company`、`*`）と、道筋のないルートは {@link ANY}。 */
function segmentOf(id: string, build: ServerBuild): string {
  const route = build.routes[id];
  const inherited = route?.parentId === undefined ? ANY : segmentOf(route.parentId, build);
  if (inherited !== ANY) return inherited;
  const [first = ""] = (route?.path ?? "").split("/");
  return first === "" || /^[:*]|\?$/u.test(first) ? ANY : first;
}

/** 要求の URL の初めの一節。画面の値だけを求める要求（`.data`）は、画面と同じ。 */
export const firstSegment = (url: string): string => (url.split(/[/?#]/u)[1] ?? "").replace(/\.data$/u, "");
