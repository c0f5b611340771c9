/** 申請の画面を開いた職員を、審査中の人として示す。 */
import { mayDo } from "#app/domain/access/resolver.ts";
import { tokyoClock } from "#app/domain/calendar/tokyo.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { holdRecord, type RecordHold } from "#app/usecases/review/hold-record.server.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";

/** 画面に出す、審査中の人。 */
export type HoldView = {
  readonly mine: boolean;
  readonly message: string;
};

/** 画面を開いた時の、審査中の人。 */
export type PageHold = HoldView & { readonly tabId: string };

/**
 * 出せる命令のある人が開いたときだけ、審査中になる。
 * @returns 読むだけの人と、決まった申請では null
 */
export async function holdForPage(useCase: UseCaseContext, record: ReviewRecord): Promise<PageHold | null> {
  if (record.commands.length === 0 || !mayDo(useCase.actor, "review.hold").allowed) return null;
  const tabId = useCase.newId();
  const held = await holdRecord(useCase, { applicationId: record.application.id, tabId, mode: "take" });
  if (!held.ok) throw refusalResponse(held.error);
  return { ...holdView(held.value), tabId };
}

export const holdView = (hold: RecordHold): HoldView => ({ mine: hold.mine, message: messageOf(hold) });

function messageOf({ mine, holderName, since, takenFromMe }: RecordHold): string {
  if (mine) return "あなたが審査中です。ほかの職員の画面に、あなたの名前が出ます。";
  const { hour, minute } = tokyoClock(since);
  const time = `${hour}時${String(minute).padStart(2, "0")}分`;
  return takenFromMe
    ? `${time}に、${holderName}さんがあなたから審査を引き継ぎました。続ける前に、${holderName}さんに確かめてください。`
    : `${holderName}さんが${time}から審査中です。同時に進めると、先に送った人の操作だけが通ります。`;
}
