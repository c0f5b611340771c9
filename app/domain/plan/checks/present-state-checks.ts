/** 4 現状認識の点検。 */
import { formatInteger } from "../../text/number-input.ts";
import { type Check, findingOf } from "./check.ts";

/** 純資産は総資産を超えない。桁や欄の写し間違いを見つける。 */
export const assetsBalance: Check = ({ values }) => {
  const { netAssets, totalAssets } = values["present-state"];
  if (netAssets === undefined || totalAssets === undefined || netAssets <= totalAssets) return [];
  return [
    findingOf(
      "assetsBalance",
      { field: "netAssets" },
      `純資産（${formatInteger(netAssets)}千円）が総資産（${formatInteger(totalAssets)}千円）を超えています。桁や欄を確かめてください。`,
    ),
  ];
};
