import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

export type NoticeObstacleProps = {
  /** 何の通知書を作れず、何ができないか。 */
  readonly title: string;
  /** 通知書の値で足りないものの名前。 */
  readonly missing: readonly string[];
  /** 刷れない文字の、欄ごとの一文。 */
  readonly unprintable: readonly string[];
  /** 直す手立ての画面。 */
  readonly remedies: readonly { readonly href: string; readonly label: string }[];
};

/** 通知書を作れないわけ。無ければ何も出さない。 */
export function NoticeObstacle(props: NoticeObstacleProps) {
  const { title, missing, unprintable, remedies } = props;
  if (missing.length === 0 && unprintable.length === 0) return null;
  return (
    <NotificationBanner kind="error" title={title}>
      {missing.length > 0 && <p>通知書に要る値が足りません。</p>}
      {unprintable.length > 0 && <p>通知書に印字できない文字があります。</p>}
      <ul className="list-disc pl-5">
        {[...missing, ...unprintable].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {unprintable.length > 0 && (
        <p className="mt-2">
          読みの同じ別の字体か、仮名で書き直してください。文字を四角や別の字に替えて通知書を作ることはありません。
        </p>
      )}
      {remedies.map(({ href, label }) => (
        <p key={href} className="mt-2">
          <a href={href} className="link">
            {label}
          </a>
        </p>
      ))}
    </NotificationBanner>
  );
}

/** 申請者に差し戻して、計画を直してもらう。 */
export const returnRemedy = (applicationId: string): NoticeObstacleProps["remedies"][number] => ({
  href: `/review/applications/${applicationId}/return`,
  label: "申請者に直してもらう（差戻し）",
});
