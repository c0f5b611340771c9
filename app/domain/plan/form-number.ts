/**
 * 様式の番号と、鑑の申請の文。様式第1 新規、第2 不動産の取得を含む新規、第3 変更、第4 不動産の取得を含む変更
 * （経営力向上に関する命令）。第1から第3は確かめた番号、第4は未確認。
 */
import { formatJapaneseDate } from "../calendar/era.ts";
import { changeBaseOf } from "../plan-life/change-base.ts";
import { isFormWithRealEstate } from "./applicable-sections.ts";
import type { RawAnswers } from "./field.ts";

export type FormHeading = {
  /** 例: 様式第3 */
  readonly form: string;
  /** 鑑の申請の文。 */
  readonly sentence: string;
  /** 文が公表の様式で確かめられていないときの断り。確かめた文では空。 */
  readonly note: string;
};

/** 申請の根拠の条文（新規 法第17条第1項、変更 法第18条第1項）。 */
export const articleOfFiling = (kind: "new" | "change"): string =>
  kind === "change" ? "第18条第1項" : "第17条第1項";

export function formHeading(answers: RawAnswers): FormHeading {
  const base = changeBaseOf(answers);
  const realEstate = isFormWithRealEstate(answers);
  if (base === null)
    return {
      form: realEstate ? "様式第2" : "様式第1",
      sentence: `中小企業等経営強化法${articleOfFiling("new")}の規定に基づき、別紙の計画について認定を受けたいので申請します。`,
      note: "",
    };
  return {
    form: realEstate ? "様式第4" : "様式第3",
    sentence: `${formatJapaneseDate(base.firstCertifiedOn)}付け（${base.firstNumber}）で認定を受けた経営力向上計画について下記のとおり変更したいので、中小企業等経営強化法${articleOfFiling("change")}の規定に基づき認定を申請します。`,
    note: "申請の文と変更事項の欄は、公表の様式で確かめていない文案です。",
  };
}
