/** 権限の変更の求めを、画面の値にし、画面から決める。 */
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { ShownChange } from "#app/usecases/accounts/access-changes.server.ts";
import { decideAccessChange } from "#app/usecases/accounts/decide-access-change.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { typedText } from "../reviewer/command-page.server.ts";
import type { ShownAccessChange } from "./AccessChangeTable.tsx";
import { placeWords } from "./role-words.server.ts";

const kinds: Readonly<Record<ShownChange["kind"], string>> = {
  addGroup: "グループの対応を足す",
  removeGroup: "グループの対応を除く",
  restoreRole: "外した役割を戻す",
  stopAccount: "アカウントを止める",
  resumeAccount: "アカウントを再び使えるようにする",
  relinkAccount: "取り直したアカウントに引き継ぐ",
};

/** 何が何に変わるか。 */
function subjectWords(context: UseCaseContext, change: ShownChange): string {
  const { subjectName, targetName, fromCompany, toCompany } = change;
  const moved = fromCompany === toCompany ? "" : `（会社の番号 ${fromCompany} → ${toCompany}）`;
  return [subjectName, placeWords(context, change), targetName === null ? "" : `${targetName}${moved}`]
    .filter((word) => word !== "")
    .join(" → ");
}

/** 一つの求めの、画面の値。 */
export const accessChangeView =
  (context: UseCaseContext) =>
  (change: ShownChange): ShownAccessChange => ({
    id: change.id,
    what: kinds[change.kind],
    subject: subjectWords(context, change),
    compareHref:
      change.kind === "relinkAccount" && change.outcome === null
        ? `/admin/accounts/${encodeURIComponent(change.subject)}/relink?number=${change.toCompany ?? ""}`
        : null,
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
