/** 計画の歩みの言葉。会社の画面と局の画面が同じ言葉で示す。 */
import { isCivilDate } from "../calendar/civil-date.ts";
import { formatJapaneseDate } from "../calendar/era.ts";
import { unreachable } from "../result.ts";
import { minorChangeSubjects } from "./minor-change.ts";
import type { PlanEvent } from "./plan-events.ts";

export type PlanEventWords = { readonly title: string; readonly body: string | null };

const day = (text: string): string => (isCivilDate(text) ? formatJapaneseDate(text) : text);
const yen = new Intl.NumberFormat("ja-JP");

export function planEventWords(event: PlanEvent): PlanEventWords {
  switch (event.type) {
    case "plan.certified.v1":
      return {
        title: "計画が認定されました",
        body: `文書番号 ${event.data.number}、認定日 ${day(event.data.certifiedOn)}`,
      };
    case "plan.enteredFromPaper.v1":
      return {
        title: "紙で受けた認定を写しました",
        body: `文書番号 ${event.data.number}、認定日 ${day(event.data.certifiedOn)}`,
      };
    case "plan.changed.v1":
      return {
        title: `変更が認定され、第${event.data.version}版になりました`,
        body: `文書番号 ${event.data.number}、認定日 ${day(event.data.certifiedOn)}`,
      };
    case "plan.minorChangeNotified.v1":
      return {
        title: "軽微な変更の届出がありました",
        body: `${minorChangeSubjects[event.data.subject]}　${event.data.text}`,
      };
    case "plan.revoked.v1":
      return { title: "認定が取り消されました", body: `${day(event.data.on)}　${event.data.reason}` };
    case "plan.surrenderFiled.v1":
      return { title: "認定の取下げの届出がありました", body: event.data.reason };
    case "plan.surrenderRefused.v1":
      return { title: "認定の取下げの届出が認められませんでした", body: event.data.note };
    case "plan.surrendered.v1":
      return { title: "届出により認定を終えました", body: `${day(event.data.on)}　${event.data.reason}` };
    case "plan.equipmentAcquired.v1": {
      const { name, acquiredOn, priceYen, inPlan } = event.data;
      return {
        title: "設備の取得を記録しました",
        body: `${name}${inPlan ? "" : "（計画に書いていない設備）"}、${day(acquiredOn)}、${yen.format(priceYen)}円`,
      };
    }
    case "plan.acquisitionCancelled.v1":
      return { title: "設備の取得の記録を取り消しました", body: event.data.name };
    default:
      return unreachable(event);
  }
}
