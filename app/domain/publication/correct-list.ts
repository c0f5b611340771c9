/**
 * 公表した一覧の誤りの訂正。事業者の後からの希望では変えない（様式に、認定の後に変えられないと書いてある）。
 * 誤って載せた、載せなかった、名称を誤ったことだけを、理由を残して次の版で直す。
 */
import { ok, refuse, type Result } from "../result.ts";
import { comparePublished, type PublishedPlan } from "./published-plan.ts";

/** 一つの訂正。どの行かは文書番号で指す。 */
export type ListCorrection =
  | { readonly kind: "remove"; readonly number: string }
  | { readonly kind: "rename"; readonly number: string; readonly name: string }
  | { readonly kind: "add"; readonly number: string };

export const correctionWords: Readonly<Record<ListCorrection["kind"], string>> = {
  remove: "一覧から除く",
  rename: "名称を直す",
  add: "漏れた認定を加える",
};

export type CorrectionRefusal = "notListed" | "alreadyListed" | "sameName";

/**
 * @param rows いまの版の行
 * @param added 加える行。kind が add のときだけ読む
 * @returns 次の版の行。並べ直してある
 */
export function correctList(
  rows: readonly PublishedPlan[],
  correction: ListCorrection,
  added: PublishedPlan | null,
): Result<readonly PublishedPlan[], CorrectionRefusal> {
  const listed = rows.find(({ number }) => number === correction.number);
  switch (correction.kind) {
    case "add":
      if (listed !== undefined) return refuse("alreadyListed");
      return added === null ? refuse("notListed") : ok([...rows, added].toSorted(comparePublished));
    case "remove":
      return listed === undefined ? refuse("notListed") : ok(rows.filter((row) => row !== listed));
    case "rename":
      if (listed === undefined) return refuse("notListed");
      if (listed.name === correction.name) return refuse("sameName");
      return ok(rows.map((row) => (row === listed ? { ...row, name: correction.name } : row)));
  }
}

/** 断りの文。 */
export const correctionMessages: Readonly<Record<CorrectionRefusal, string>> = {
  notListed: "この文書番号の行は、この月の一覧にありません。",
  alreadyListed: "この文書番号の行は、もう一覧にあります。",
  sameName: "いまの名称と同じです。",
};
