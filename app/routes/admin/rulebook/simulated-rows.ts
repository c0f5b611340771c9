/** 二つの版の答えを、項目ごとに並べる。 */
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import type { SimulatedAnswer } from "#app/usecases/rulebook/simulate-routing.server.ts";

export type SimulatedRow = {
  readonly key: string;
  readonly label: string;
  readonly published: string;
  readonly edition: string;
};

const kinds = {
  office: "提出先が一つに決まる",
  choice: "申請者が省庁を選ぶ",
  callCentre: "コールセンターへ案内する",
  notAccepted: "受け付けない",
} as const;

export function simulatedRows(published: SimulatedAnswer, edition: SimulatedAnswer): readonly SimulatedRow[] {
  const before = wordsOf(published);
  const after = wordsOf(edition);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((label) => ({
      key: label,
      label,
      published: before.get(label) ?? "",
      edition: after.get(label) ?? "",
    }))
    .filter((row) => row.published !== "" || row.edition !== "");
}

function wordsOf({ answer, rule }: SimulatedAnswer): ReadonlyMap<string, string> {
  if (!answer.ok) return new Map([["答え", answer.error.map(({ message }) => message).join(" ")]]);
  const { value } = answer;
  return new Map([
    ["業種", `${value.industry.code} ${value.industry.name}（第${value.industry.revision}回改定）`],
    ["答え", kinds[value.kind]],
    ["指針", value.guideline?.name ?? ""],
    [
      "提出先",
      value.receivingOffice?.name ??
        value.candidates.map(({ receivingOffice }) => receivingOffice.name).join("、"),
    ],
    ["あて名", value.addressee ?? ""],
    ["方法", value.submission === null ? "" : value.submission === "electronic" ? "電子申請" : "郵送"],
    [
      "処理日数",
      value.processing === null
        ? ""
        : `${value.processing.days}日（${value.processing.unit === "businessDays" ? "休日を除く" : "休日を含む"}）`,
    ],
    ["コールセンターへ案内する理由", value.callCentre?.reason ?? ""],
    [
      "決めた決まり",
      rule === null ? "" : `産業分類の先頭が「${rule.prefix}」${revisionWords(rule.revision)}`,
    ],
    ["決まりの確かさ", rule === null ? "" : certaintyLabel[rule.certainty]],
    ["出典", rule?.source ?? ""],
    ["説明", value.explanation.join(" ")],
  ]);
}

const revisionWords = (revision: number | null): string =>
  revision === null ? "" : `（第${revision}回改定だけ）`;
