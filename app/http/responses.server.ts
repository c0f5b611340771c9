/** 断りを HTTP の答えにする。区別してはならないもの（無い／見せない）は同じ 404 になる。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { closureWords } from "#app/domain/company-facts/company-facts.ts";
import { confirmationRefusalMessage } from "#app/domain/confirmation/refusals.ts";
import { consultationMessage } from "#app/domain/consultation/refusals.ts";
import { planLifeMessage } from "#app/domain/plan-life/change-refusal.ts";
import { reportRefusalMessage } from "#app/domain/progress-report/refusals.ts";
import { editionRefusalMessage } from "#app/domain/rulebook/edition-lifecycle.ts";
import { planRequestMessage } from "#app/domain/plan-life/plan-request.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import type { ForbiddenReason, Refusal } from "#app/usecases/refusals.ts";

/** 誤りの画面が読む値。 */
export type ErrorBody = { readonly title: string; readonly message: string };

const respond = (status: number, body: ErrorBody): Response =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

export const notFound = (): Response =>
  respond(404, {
    title: "ページが見つかりません",
    message:
      "アドレスが正しいか確かめてください。ログインしている会社や局のものではない場合も、この画面になります。",
  });

const forbiddenWords: Readonly<Record<ForbiddenReason, string>> = {
  role: "ログインしている役割では、この操作はできません。",
  accountType:
    "GビズIDエントリーのアカウントでは、申請などの手続きはできません。GビズIDプライム又はメンバーでログインしてください。",
  mandate:
    "このアカウントには、この手続で申請する権限がプライムから与えられていません。下書きはできます。GビズIDプライムの方にGビズIDのマイページで利用を許してもらってから、もう一度ログインしてください。",
  primeOnly: "この操作は、GビズIDプライムのアカウントだけが行えます。",
};

export const forbidden = (reason: ForbiddenReason): Response =>
  respond(403, { title: "この操作はできません", message: forbiddenWords[reason] });

/** 画面の script への答え: ログインが切れている。 */
export const signedOut = (): Response =>
  Response.json({ kind: "signedOut" }, { status: 401, headers: { "Cache-Control": "no-store" } });

/**
 * 画面の中で扱わない断りを、答えにして投げる。
 * 422 の断り（notReady など）は画面の中で示すので、ここに来たら 422 の一般の文になる。
 */
export function refusalResponse(refusal: Refusal): Response {
  switch (refusal.kind) {
    case "notFound":
      return notFound();
    case "forbidden":
      return forbidden(refusal.reason);
    case "workflow":
      return respond(409, { title: "いまはこの操作ができません", message: refusalMessage(refusal.refusal) });
    case "companyClosed":
      return respond(409, {
        title: "新しい申請を始められません",
        message: `${closureWords(refusal.closure, formatJapaneseDate)}。公表の内容が違うときは、お問い合わせください。`,
      });
    case "planLife":
      return respond(409, { title: "この計画は変更できません", message: planLifeMessage(refusal.refusal) });
    case "planRequest":
      return respond(409, {
        title: "いまはこの操作ができません",
        message: planRequestMessage(refusal.refusal),
      });
    case "report":
      return respond(409, { title: "まだ報告できません", message: reportRefusalMessage(refusal.refusal) });
    case "consultation":
      return respond(409, {
        title: "いまはこの操作ができません",
        message: consultationMessage(refusal.refusal),
      });
    case "confirmation":
      return respond(409, {
        title: "いまはこの操作ができません",
        message: confirmationRefusalMessage(refusal.refusal),
      });
    case "stale":
      return respond(409, { title: "ほかの人が先に変更しました", message: staleMessage(refusal) });
    case "edition":
      return respond(409, {
        title: "いまはこの操作ができません",
        message: editionRefusalMessage(refusal.refusal),
      });
    case "draftRows":
      return refusal.faults.some(({ kind }) => kind === "conflict")
        ? respond(409, {
            title: "ほかの人が先に変更しました",
            message: "画面を開き直して、今の内容を確かめてください。",
          })
        : respond(422, { title: "入力内容を確かめてください", message: "入力に直すところがあります。" });
    case "notReady":
    case "noticeIncomplete":
    case "noticeUnprintable":
    case "invalid":
      return respond(422, { title: "入力内容を確かめてください", message: "入力に直すところがあります。" });
  }
}

export const staleMessage = (refusal: Extract<Refusal, { kind: "stale" }>): string =>
  [
    refusal.by === null ? null : `${refusal.by}さんが先に操作しました。`,
    refusal.what,
    "画面を開き直して、今の内容を確かめてください。",
  ]
    .filter((part) => part !== null)
    .join("");
