/**
 * 規則集の版の一生: 編集中 → 公布待ち → 公布。書くのをやめた版は、いつでも編集に戻せる。
 * 公布は、公布待ちにした人と別の人が、点検を通った中身に、今日か先の施行日を付けて行う。
 */
import { refuse, ok, type Result } from "#app/domain/result.ts";

export const editionStatuses = ["draft", "submitted", "abandoned", "published"] as const;
export type EditionStatus = (typeof editionStatuses)[number];

/** 画面に出す状態の名前。 */
export const editionStatusNames: Readonly<Record<EditionStatus, string>> = {
  draft: "編集中",
  submitted: "公布待ち",
  abandoned: "取りやめ",
  published: "公布済み",
};

export type EditionCommand =
  | { readonly name: "edit" }
  | { readonly name: "submit" }
  /** 公布待ちを編集に戻す。 */
  | { readonly name: "returnToDraft" }
  | { readonly name: "abandon" }
  | { readonly name: "reopen" }
  | {
      readonly name: "publish";
      readonly effectiveFrom: string;
      readonly today: string;
      readonly actorId: string;
      /** 公布前の点検に、直さなければならない所が残っているか。 */
      readonly proofFailed: boolean;
    };

export type EditionRefusal =
  | { readonly kind: "wrongStatus"; readonly status: EditionStatus; readonly command: EditionCommand["name"] }
  | { readonly kind: "publishedAlone" }
  | { readonly kind: "effectiveInPast"; readonly today: string }
  | { readonly kind: "proofFailed" };

const transitions: Readonly<
  Record<EditionCommand["name"], { readonly from: EditionStatus; readonly to: EditionStatus }>
> = {
  edit: { from: "draft", to: "draft" },
  submit: { from: "draft", to: "submitted" },
  returnToDraft: { from: "submitted", to: "draft" },
  abandon: { from: "draft", to: "abandoned" },
  reopen: { from: "abandoned", to: "draft" },
  publish: { from: "submitted", to: "published" },
};

/**
 * @param edition 今の状態と、公布待ちにした人
 * @returns 次の状態、又は断り（状態が違う、一人で公布する、過去の施行日、点検が通らない）
 */
export function decideEdition(
  edition: { readonly status: EditionStatus; readonly submittedBy: string | null },
  command: EditionCommand,
): Result<EditionStatus, EditionRefusal> {
  const { from, to } = transitions[command.name];
  if (edition.status !== from)
    return refuse({ kind: "wrongStatus", status: edition.status, command: command.name });
  if (command.name === "publish") {
    if (command.actorId === edition.submittedBy) return refuse({ kind: "publishedAlone" });
    if (command.effectiveFrom < command.today)
      return refuse({ kind: "effectiveInPast", today: command.today });
    if (command.proofFailed) return refuse({ kind: "proofFailed" });
  }
  return ok(to);
}

/** 画面に出す断りの文。 */
export function editionRefusalMessage(refusal: EditionRefusal): string {
  switch (refusal.kind) {
    case "wrongStatus":
      return `この版は「${editionStatusNames[refusal.status]}」のため、この操作はできません。`;
    case "publishedAlone":
      return "公布は、公布待ちにした人とは別の管理者が行います。";
    case "effectiveInPast":
      return "施行日は、今日か、それより後の日にしてください。";
    case "proofFailed":
      return "公布前の点検に、直さなければならない所があります。編集に戻して直してください。";
  }
}
