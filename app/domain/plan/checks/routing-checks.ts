/** 2 事業分野の点検。提出先が決まるか、電子申請できるか。 */
import { unreachable } from "../../result.ts";
import type { Finding } from "../finding.ts";
import { ministriesOf, officesToChoose, type PlanRouting } from "../plan-routing.ts";
import { type Check, findingOf } from "./check.ts";

/** 提出先は事業分野と都道府県で決まる。決まらなければ、決めるのに要るものを言う。ない番号は industriesExist が言う。 */
export const receivingOffice: Check = ({ routing, values, rulebook }) => {
  const { ministry, office } = values.industry;
  const wanted = ministry !== undefined && rulebook.ministries.has(ministry) ? ministry : null;
  const wantedOffice = rulebook.offices.get(office ?? "")?.name ?? null;
  switch (routing.kind) {
    case "incomplete":
      return [];
    case "unknownIndustry":
      return [];
    case "notAccepted":
      return [
        findingOf(
          "notAccepted",
          { field: "industries" },
          `「${routing.code}」の分野では申請できません（${routing.reason}）。分野を確かめてください。`,
        ),
      ];
    case "undecided":
      return [undecided(routing, wanted, wantedOffice)];
    case "decided":
      return decided(routing, wanted, wantedOffice);
    default:
      return unreachable(routing);
  }
};

function undecided(
  routing: Extract<PlanRouting, { kind: "undecided" }>,
  wanted: string | null,
  wantedOffice: string | null,
): Finding {
  if (routing.ask === "office") {
    const offices = officesToChoose(routing, wanted ?? undefined).map(({ office }) => office.name);
    return wantedOffice === null
      ? findingOf(
          "officeChoice",
          { field: "office" },
          `この計画の分野は、同じ省庁の違う局が受け付けます。${offices.join("、")}から、提出先の局を選んでください。`,
        )
      : findingOf(
          "wrongAddressee",
          { field: "office" },
          `${wantedOffice}は、この計画の提出先ではありません。${offices.join("、")}から選び直してください。`,
          "spec",
        );
  }
  const names = ministriesOf(routing.candidates).join("、");
  const place = { field: "ministry" };
  if (wanted !== null && names !== "")
    return findingOf(
      "wrongAddressee",
      place,
      `${wanted}は、この分野の計画の提出先ではありません。${names}から選び直してください。`,
      "spec",
    );
  return routing.reason === null
    ? findingOf(
        "ministryChoice",
        place,
        `この分野は複数の省庁に提出できます。${names}から、提出先の省庁を選んでください。`,
      )
    : findingOf(
        "callCentre",
        place,
        `この分野の提出先は、番号だけでは決まりません（${routing.reason}）。コールセンターで確かめ、案内された省庁を選んでください。`,
      );
}

function decided(
  { routing }: Extract<PlanRouting, { kind: "decided" }>,
  wanted: string | null,
  wantedOffice: string | null,
): readonly Finding[] {
  const post = routing.electronic
    ? []
    : [
        findingOf(
          "postOnly",
          { field: "industries" },
          `${routing.office.name}は電子申請を受け付けていません。確認画面から申請書の PDF を取り出し、印刷して郵送してください。`,
        ),
      ];
  const settled = `この分野の提出先は${routing.office.name}に決まっています。`;
  const wrongMinistry =
    wanted === null || wanted === routing.ministry
      ? []
      : [
          findingOf(
            "wrongAddressee",
            { field: "ministry" },
            `${settled}選んだ${wanted}には提出されません。省庁の欄を空にしてください。`,
            "inferred",
          ),
        ];
  const wrongOffice =
    wantedOffice === null || wantedOffice === routing.office.name
      ? []
      : [
          findingOf(
            "wrongAddressee",
            { field: "office" },
            `${settled}選んだ${wantedOffice}には提出されません。局の欄を空にしてください。`,
            "inferred",
          ),
        ];
  return [...post, ...wrongMinistry, ...wrongOffice];
}
