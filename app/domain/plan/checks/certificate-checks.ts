/** 8 設備の証明書・確認書の点検。書類そのものが添えられているかは、添付の点検が見る。 */
import type { Finding } from "../finding.ts";
import { type Check, findingOf } from "./check.ts";
import { at, type EquipmentRow } from "./equipment-place.ts";

/**
 * A は工業会等の証明書（取得の後でもよい）、B・D・E は申請の前に受ける経済産業局の確認書の番号があるか
 * （https://jpbm.or.jp/dailynews/archives/3300）。
 */
export const certificateNumbers: Check = ({ values }) =>
  values.equipment.equipment.flatMap((row): readonly Finding[] => {
    if (row.certificateNumber !== undefined || row.type === undefined) return [];
    const place = at(row, "certificateNumber");
    if (row.type === "A")
      return [
        findingOf(
          "missingCertificate",
          place,
          "工業会等の証明書の番号がありません。証明書が届いたら、番号を入力してください。",
        ),
      ];
    if (row.type !== "B" && row.type !== "D" && row.type !== "E") return [];
    return [
      findingOf(
        "missingConfirmation",
        place,
        `${row.type}類型では、申請の前に経済産業局の確認書を受ける必要があります。確認書の番号を入力してください。`,
      ),
    ];
  });

/** 工業会の証明書は型式ごとに出る。名称か型式の違う設備に同じ番号があれば、写し間違いを疑う。 */
export const duplicateCertificates: Check = ({ values }) => {
  const first = new Map<string, EquipmentRow>();
  return values.equipment.equipment.flatMap((row) => {
    if (row.type !== "A" || row.certificateNumber === undefined) return [];
    const known = first.get(row.certificateNumber);
    if (known === undefined) {
      first.set(row.certificateNumber, row);
      return [];
    }
    if (known.name === row.name && known.model === row.model) return [];
    return [
      findingOf(
        "duplicateCertificate",
        at(row, "certificateNumber"),
        `証明書の番号「${row.certificateNumber}」が、「${known.name ?? ""}」の行と同じです。証明書は型式ごとに出るので、番号を確かめてください。`,
      ),
    ];
  });
};
