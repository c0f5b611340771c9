/** 見本の画面の条件と、版の中の局と、局や省庁だけの文面。 */
import { samplePlans, type SampleRequest } from "#app/domain/certification/sample-letter.ts";
import { type LetterTable, letterTables } from "#app/domain/certification/sampled-edition.ts";
import { letterNames } from "#app/domain/rulebook/letter-names.ts";
import type { LetterKind } from "#app/domain/rulebook/procedure-rules.ts";
import type { FactCells } from "#app/domain/rulebook/row-cells.ts";
import type { TableName } from "#app/domain/rulebook/tables.ts";
import type { StaffActor } from "#app/domain/access/actor.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { openEditionTable } from "#app/usecases/rulebook/open-edition-table.server.ts";
import type { OwnWording } from "./OwnWordings.tsx";
import { tableHref } from "./table-address.ts";

type LettersInEdition = {
  readonly offices: readonly { readonly code: string; readonly name: string }[];
  readonly rows: Readonly<Record<LetterTable, readonly FactCells[]>>;
};

export async function lettersInEdition(
  { useCase }: Guarded<StaffActor>,
  editionId: string,
): Promise<LettersInEdition> {
  const cellsIn = async (table: TableName): Promise<readonly FactCells[]> => {
    const opened = await openEditionTable(useCase, { editionId, table });
    if (!opened.ok) throw refusalResponse(opened.error);
    return opened.value.rows.map(({ cells }) => cells);
  };
  const [offices, letters, letterParagraphs, letterItems] = await Promise.all(
    (["offices", ...letterTables] as const).map(cellsIn),
  );
  return {
    offices: (offices ?? []).map(({ code = "", name = "" }) => ({ code, name })),
    rows: {
      letters: letters ?? [],
      letterParagraphs: letterParagraphs ?? [],
      letterItems: letterItems ?? [],
    },
  };
}

/** 知らない値は、はじめの通知書、はじめの局、法人の計画とみなす。 */
export function letterRequest(
  url: URL,
  { offices }: Pick<LettersInEdition, "offices">,
): Omit<SampleRequest, "on"> {
  const given = (name: string): string => url.searchParams.get(name) ?? "";
  const [kind, plan] = [given("kind"), given("plan")];
  return {
    kind: Object.hasOwn(letterNames, kind) ? (kind as LetterKind) : "certification",
    office: offices.find(({ code }) => code === given("office"))?.code ?? offices[0]?.code ?? "",
    plan: Object.hasOwn(samplePlans, plan) ? (plan as keyof typeof samplePlans) : "corporation",
  };
}

const parts: Readonly<Record<LetterTable, string>> = {
  letters: "題と公印",
  letterParagraphs: "本文",
  letterItems: "「記」",
};

/** 全部の局とは違う文面を使う、局と省庁。 */
export function ownWordings({ offices, rows }: LettersInEdition, editionId: string): readonly OwnWording[] {
  const found = new Map<string, OwnWording>();
  for (const table of letterTables)
    for (const cells of rows[table]) {
      const { office = "", ministry = "" } = cells;
      const kind = cells["kind"] ?? cells["letter"] ?? "";
      if (office === "" && ministry === "") continue;
      const column = table === "letters" ? "kind" : "letter";
      const scope = office === "" ? { ministry } : { office };
      const key = [table, kind, ministry, office].join("/");
      found.set(key, {
        key,
        place: office === "" ? ministry : (offices.find(({ code }) => code === office)?.name ?? office),
        what: `${letterNames[kind as LetterKind]}の${parts[table]}`,
        href: tableHref(editionId, table, { [column]: kind, ...scope }),
      });
    }
  return [...found.values()];
}
