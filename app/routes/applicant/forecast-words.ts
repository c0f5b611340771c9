/** 審査の終わりの見込みの言葉。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import type { ProcessingForecast } from "#app/domain/workflow/processing-clock.ts";

/** 約束ではない（行政手続法第6条の標準処理期間による目安）。 */
export function forecastText(forecast: ProcessingForecast): string {
  switch (forecast.kind) {
    case "notStarted":
      return "受理された後に示します";
    case "stopped":
      if (forecast.cause === "paused")
        return `審査を一時的に止めているため、いまは進みません（再開した後、残り${forecast.remaining}日）`;
      return `申請の修正をお待ちする間は進みません（出し直した後、残り${forecast.remaining}日）`;
    case "expected":
      return `${formatJapaneseDate(forecast.on)}頃（標準処理期間から数えた見込みで、お約束する日ではありません）`;
  }
}
