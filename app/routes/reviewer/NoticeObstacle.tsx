import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

export type NoticeObstacleProps = {
  readonly applicationId: string;
  /** 通知書の値で足りないものの名前。 */
  readonly missing: readonly string[];
  /** 刷れない文字の、欄ごとの一文。 */
  readonly unprintable: readonly string[];
};

/** 認定通知書を作れないわけ。無ければ何も出さない。 */
export function NoticeObstacle({ applicationId, missing, unprintable }: NoticeObstacleProps) {
  if (missing.length === 0 && unprintable.length === 0) return null;
  return (
    <NotificationBanner
      kind="error"
      title={
        missing.length > 0
          ? "認定通知書に要る値が足りないため、認定できません"
          : "認定通知書に印字できない文字があるため、認定できません"
      }
    >
      <ul className="list-disc pl-5">
        {[...missing, ...unprintable].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {unprintable.length > 0 && (
        <p className="mt-2">
          申請者に、読みの同じ別の字体か、仮名で書き直してもらってください。文字を四角や別の字に替えて通知書を作ることはありません。
        </p>
      )}
      <p className="mt-2">
        <a href={`/review/applications/${applicationId}/return`} className="link">
          申請者に直してもらう（差戻し）
        </a>
      </p>
    </NotificationBanner>
  );
}
