/** 8 設備の、経済産業局の確認書の番号。一通の確認書は、それを受けた会社の、一つの計画だけが使える。 */
import type { Finding } from "../finding.ts";
import { type Check, findingOf, type KnownConfirmation } from "./check.ts";
import { at, type EquipmentRow } from "./equipment-place.ts";

export const confirmationNumbers: Check = ({ values, facts }) => {
  const { confirmations } = facts;
  if (confirmations === null) return [];
  return values.equipment.equipment.flatMap((row): readonly Finding[] => {
    const { type, certificateNumber } = row;
    if (certificateNumber === undefined || (type !== "B" && type !== "D" && type !== "E")) return [];
    const known = confirmations.find(({ number }) => number === certificateNumber.trim());
    return known === undefined ? [unknown(row, certificateNumber)] : problemsOf(row, known);
  });
};

const unknown = (row: EquipmentRow, number: string): Finding =>
  findingOf(
    "unknownConfirmation",
    at(row, "certificateNumber"),
    `番号「${number}」の確認書は、このポータルの記録にありません。紙で受けた確認書なら、番号を確かめてください。`,
  );

function problemsOf(
  row: EquipmentRow,
  { number, type, own, usedElsewhere }: KnownConfirmation,
): readonly Finding[] {
  const place = at(row, "certificateNumber");
  if (!own)
    return [
      findingOf(
        "foreignConfirmation",
        place,
        `番号「${number}」の確認書は、この事業者の物ではありません。自社の確認書の番号を入力してください。`,
      ),
    ];
  if (usedElsewhere)
    return [
      findingOf(
        "usedConfirmation",
        place,
        `番号「${number}」の確認書は、ほかの計画で使われています。一通の確認書を二つの計画に使うことはできません。`,
      ),
    ];
  if (row.type !== type)
    return [
      findingOf(
        "confirmationType",
        place,
        `番号「${number}」は${type}類型の確認書です。設備の類型か、番号を確かめてください。`,
      ),
    ];
  return [];
}
