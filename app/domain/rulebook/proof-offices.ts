/** 点検: 局に要るものがそろい、どの通知にも施行日の署名者がいる。 */
import { letterFor } from "./letter.ts";
import { letterKinds } from "./tables/procedure-tables.ts";
import { proofCheck, type ProofCheck, type ProofFinding } from "./proof-check.ts";
import type { Rulebook } from "./rulebook.ts";
import { signatoryOn } from "./signatory.ts";

/** 管轄と文書番号。書面で受け付ける局の送り先は、分からなければ知らせる。 */
export function checkOffices(rulebook: Rulebook): ProofCheck {
  const offices = [...rulebook.offices.values()];
  const findings = offices.flatMap((office): readonly ProofFinding[] => {
    const where = office.name;
    const rows = [{ table: "offices", filters: { code: office.code } }] as const;
    const electronic = rulebook.ministries.get(office.ministry)?.electronic;
    return [
      ...(electronic === undefined
        ? [{ severity: "fail", where, message: `省庁「${office.ministry}」がありません。`, rows } as const]
        : []),
      ...(office.prefectures.length === 0
        ? [{ severity: "fail", where, message: "受け持つ都道府県がありません。", rows } as const]
        : []),
      ...(rulebook.documentNumbering.has(office.code)
        ? []
        : [{ severity: "fail", where, message: "文書番号の書式がありません。", rows } as const]),
      ...(electronic === false && office.address === null
        ? [
            {
              severity: "warn",
              where,
              message: "郵送で受け付ける局ですが、所在地が分かりません。",
              rows,
            } as const,
          ]
        : []),
    ];
  });
  return proofCheck("offices", "どの局も要るものがそろっている", offices.length, findings);
}

/** 局の長の任期を書いた局では、施行日に署名できる人がいる。文面には本文がある。 */
export function checkSignatories(rulebook: Rulebook, on: string): ProofCheck {
  const findings: ProofFinding[] = [...rulebook.offices.values()]
    .filter(({ code }) => signatoryOn(rulebook, code, on) === undefined)
    .map(({ name, code }) => ({
      severity: "fail",
      where: name,
      message: `${on} に在任する長がいません。`,
      rows: [{ table: "officeHeads", filters: { office: code } }],
    }));
  for (const kind of letterKinds)
    if (letterFor(rulebook, kind, null) === undefined)
      findings.push({
        severity: "fail",
        where: kind,
        message: "通知の文面がありません。",
        rows: [{ table: "letters", filters: {} }],
      });
  return proofCheck(
    "signatories",
    "どの通知にも署名する人がいる",
    rulebook.offices.size * letterKinds.length,
    findings,
  );
}
