/** 旧基盤の発行した認定通知書。PDF はそのまま保管し、刷った値は番号と宛先だけを持つ。 */
import type { CertificationNotice } from "../certification/notice.ts";
import { signatoryOn } from "../rulebook/signatory.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { RecordOf } from "./records.ts";

/** このポータルの帳票ではない印。 */
export const OLD_LETTER = "old-platform";

/** @param office 認定した局のコード */
export function oldNotice(
  rulebook: Rulebook,
  version: Pick<RecordOf<"versions">, "number" | "certifiedOn" | "kind">,
  office: string,
  company: Pick<RecordOf<"companies">, "address" | "name" | "representative" | "corporationType">,
): CertificationNotice {
  const signatory =
    signatoryOn(rulebook, office, version.certifiedOn) ?? rulebook.offices.get(office)?.headTitle;
  return {
    templateVersion: OLD_LETTER,
    documentNumber: version.number,
    issuedOn: version.certifiedOn,
    addressee: {
      address: company.address,
      name: company.name,
      representative: company.corporationType === "soleProprietor" ? "" : company.representative,
    },
    signatory:
      typeof signatory === "object"
        ? { ...signatory, sealNote: "" }
        : { title: signatory ?? "", name: null, sealNote: "" },
    subject:
      version.kind === "change"
        ? "経営力向上計画の変更に係る認定について"
        : "経営力向上計画に係る認定について",
    body: [],
    items: [],
  };
}
