import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { applicationPath, type Place } from "./paths.ts";

/** 区画を開いた人に、書いている途中に決まりが変わったことを知らせる。何が変わったかは、申請の画面で示す。 */
export function EditionChangeNotice({
  label,
  place,
}: {
  readonly label: string | null;
  readonly place: Place;
}) {
  if (label === null) return null;
  return (
    <NotificationBanner kind="warning" title={`決まりが変わりました（${label}）`}>
      <p>
        入力したものは、そのまま残っています。
        <a className="link" href={applicationPath(place)}>
          この計画で変わったことを見る
        </a>
      </p>
    </NotificationBanner>
  );
}
