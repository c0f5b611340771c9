import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import type { HolidayNoticeView } from "./holiday-notice.server.ts";

/** 休日の表の終わりの知らせ。 */
export function HolidayNotice({ notice }: { readonly notice: HolidayNoticeView }) {
  if (notice === null) return null;
  return (
    <NotificationBanner
      kind={notice.passed ? "error" : "warning"}
      title={`今日の版の休日の表は、${notice.endsOn}で終わ${notice.passed ? "りました" : "ります"}`}
    >
      <p>
        その先の業務日と処理の目安の日は、祝日を除けないため、ずれることがあります。官報の国民の祝日を確かめ、版を写して
        <a href={notice.href} className="link">
          休日の表
        </a>
        に書き足してください。
      </p>
    </NotificationBanner>
  );
}
