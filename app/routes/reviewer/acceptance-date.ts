/** 受理日の欄の誤りの言葉。 */
import type { CivilDateRefusal } from "#app/domain/calendar/civil-date.ts";

export const acceptanceDateMessages: Readonly<Record<CivilDateRefusal, string>> = {
  empty: "受理日を入力してください。",
  format: "受理日は「令和8年12月5日」や「2026-12-05」のように入力してください。",
  noSuchDay: "受理日に、暦にない日が入力されています。",
  era: "受理日の元号と年月日が合っていません。",
};
