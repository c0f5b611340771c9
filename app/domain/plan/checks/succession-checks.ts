/** 10 事業承継等事前調査と 11 不動産の点検。 */
import { isFormWithRealEstate } from "../applicable-sections.ts";
import { type Check, findingOf } from "./check.ts";

/** D 類型の設備には、事業承継等事前調査が要る（要件の細目は未確認）。 */
export const dueDiligenceForTypeD: Check = ({ values }) =>
  values.equipment.equipment.every((row) => row.type !== "D") || values["due-diligence"].surveys.length > 0
    ? []
    : [
        findingOf(
          "dueDiligenceForTypeD",
          { field: "surveys" },
          "D類型の設備がありますが、事業承継等事前調査が書かれていません。調査の内容を書いてください。",
        ),
      ];

/** 不動産を書けるのは「事業又は資産の譲受け」だけ（経営力向上に関する命令。規則集の種類の id）。 */
const TRANSFER = "business-or-asset-transfer";

/** 様式第2 では、譲受けの実施事項と、取得する土地か家屋が要る（経営力向上に関する命令）。 */
export const realEstate: Check = ({ values, answers }) => {
  if (!isFormWithRealEstate(answers)) return [];
  const { land, buildings } = values["real-estate"];
  const transfers = values.measures.measures.some((row) => row.successionKind === TRANSFER);
  return [
    ...(land.length + buildings.length > 0
      ? []
      : [
          findingOf(
            "realEstateRows",
            { field: "land" },
            "様式第2では、取得する土地か家屋を書きます。行を足すか、始めの質問で不動産の取得を「いいえ」にしてください。",
          ),
        ]),
    ...(transfers
      ? []
      : [
          findingOf(
            "realEstateTransfer",
            { field: "land" },
            "不動産の措置を使えるのは、事業又は資産の譲受けで取得する土地と家屋だけです。実施事項で事業承継等の種類「事業又は資産の譲受け」を選んでください。",
          ),
        ]),
  ];
};
