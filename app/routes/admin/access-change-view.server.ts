/** 権限の変更の求めを、画面の値にし、画面から決める。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { decideAccessChange, type ShownChange } from "#app/usecases/accounts/access-changes.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { typedText } from "../reviewer/command-page.server.ts";
import type { ShownAccessChange } from "./AccessChangeTable.tsx";
import { placeWords } from "./role-words.server.ts";

const kinds: Readonly<Record<ShownChange["kind"], string>> = {
  addGroup: "グループの対応を足す",
  removeGroup: "グループの対応を除く",
  restoreRole: "外した役割を戻す",
};

/**
 * @param nameOf 利用者番号から職員の名前を引く（役割を戻す求めの相手）
 */
export const accessChangeView =
  (context: UseCaseContext, nameOf: (id: string) => string) =>
  (change: ShownChange): ShownAccessChange => ({
    id: change.id,
    what: kinds[change.kind],
    subject: change.kind === "restoreRole" ? nameOf(change.subject) : change.subject,
    place: placeWords(context, change),
    reason: change.reason,
    asked: `${change.askedByName}、${formatTokyoInstant(change.askedAt)}`,
    decided:
      change.decidedAt === null
        ? null
        : `${change.decidedByName ?? ""}、${formatTokyoInstant(change.decidedAt)}`,
    state: change.outcome ?? "waiting",
    mayConfirm: change.mayConfirm,
  });

/** 送られた form で求めを決める。 */
export const decideIn = (context: UseCaseContext, form: FormData) =>
  decideAccessChange(
    context,
    typedText(form, "decide"),
    typedText(form, "outcome") === "confirmed" ? "confirmed" : "rejected",
  );
