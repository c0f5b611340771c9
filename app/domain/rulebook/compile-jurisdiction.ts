/** 局、管轄、文書番号を組み立てる。どの系統も 47 都道府県を過不足なく受け持つことを確かめる。 */
import { checkPeriods, type FaultList } from "./fault-list.ts";
import {
  jurisdictionKey,
  type DocumentNumbering,
  type Jurisdiction,
  type Ministry,
  type MunicipalJurisdiction,
  type MunicipalSeat,
  type Office,
  type OfficeHead,
  type Prefecture,
  type Seat,
} from "./jurisdiction-rules.ts";
import type { RulebookTableRows } from "./tables.ts";

export type JurisdictionParts = {
  readonly prefectures: ReadonlyMap<string, Prefecture>;
  readonly ministries: ReadonlyMap<string, Ministry>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly jurisdiction: Jurisdiction;
  readonly municipalJurisdiction: MunicipalJurisdiction;
};

export function compileJurisdiction(tables: RulebookTableRows, list: FaultList): JurisdictionParts {
  const prefectures = new Map(tables.prefectures.map((row) => [row.code, row]));
  const ministries = new Map(tables.ministries.map((row) => [row.name, row]));
  const families = new Map(tables.officeFamilies.map((row) => [row.id, row]));
  tables.officeFamilies.forEach(({ ministry }, index) => {
    if (ministry !== null && !ministries.has(ministry)) {
      list.at("officeFamilies", index, `省庁「${ministry}」が ministries.csv にありません`, "ministry");
    }
  });
  const offices = compileOffices(tables, ministries, list);
  const jurisdiction = new Map<string, Map<string, Seat>>();
  tables.jurisdictions.forEach((row, index) => {
    const family = families.get(row.family);
    const office = offices.get(row.office);
    if (family === undefined) {
      list.at("jurisdictions", index, `系統「${row.family}」が office-families.csv にありません`, "family");
    }
    if (office === undefined) {
      list.at("jurisdictions", index, `局「${row.office}」が offices.csv にありません`, "office");
      return;
    }
    if (family !== undefined && family.ministry !== null && family.ministry !== office.ministry) {
      list.at("jurisdictions", index, `局「${row.office}」の省庁が系統の省庁と違います`, "office");
    }
    const key = jurisdictionKey(office.ministry, row.family);
    const seats = jurisdiction.get(key) ?? new Map<string, Seat>();
    jurisdiction.set(key, seats);
    for (const prefecture of row.prefectures) {
      if (!prefectures.has(prefecture)) {
        list.at(
          "jurisdictions",
          index,
          `都道府県「${prefecture}」が prefectures.csv にありません`,
          "prefectures",
        );
      }
      const taken = seats.get(prefecture);
      if (taken !== undefined) {
        list.at(
          "jurisdictions",
          index,
          `都道府県「${prefecture}」は「${taken.office.name}」の管轄と重なります`,
        );
      }
      seats.set(prefecture, { office, certainty: row.certainty });
    }
  });
  for (const [key, seats] of jurisdiction) {
    const missing = [...prefectures.keys()].filter((code) => !seats.has(code));
    if (missing.length > 0) list.in("jurisdictions", `「${key}」の管轄に ${missing.join(" ")} がありません`);
  }
  const municipalJurisdiction = compileMunicipal(tables, { prefectures, offices }, list);
  return { prefectures, ministries, offices, jurisdiction, municipalJurisdiction };
}

function compileMunicipal(
  tables: RulebookTableRows,
  { prefectures, offices }: Pick<JurisdictionParts, "prefectures" | "offices">,
  list: FaultList,
): MunicipalJurisdiction {
  const families = new Set(tables.jurisdictions.map(({ family }) => family));
  const seats = new Map<string, MunicipalSeat[]>();
  tables.municipalJurisdictions.forEach((row, index) => {
    const { family, prefecture, municipality, prefixes, certainty } = row;
    const office = offices.get(row.office);
    const fault = (message: string, column: keyof typeof row) =>
      list.at("municipalJurisdictions", index, message, column);
    if (!families.has(family)) fault(`系統「${family}」の管轄が jurisdictions.csv にありません`, "family");
    if (!prefectures.has(prefecture))
      fault(`都道府県「${prefecture}」が prefectures.csv にありません`, "prefecture");
    if (office === undefined) {
      fault(`局「${row.office}」が offices.csv にありません`, "office");
      return;
    }
    const key = `${family}/${prefecture}`;
    seats.set(key, [...(seats.get(key) ?? []), { office, certainty, municipality, prefixes }]);
  });
  return seats;
}

/** 局の長の任期。知らない局と、重なる任期を断る。 */
export function compileOfficeHeads(
  tables: RulebookTableRows,
  offices: ReadonlyMap<string, Office>,
  list: FaultList,
): ReadonlyMap<string, readonly OfficeHead[]> {
  checkPeriods("officeHeads", tables.officeHeads, (row) => row.office, list);
  const heads = new Map<string, OfficeHead[]>();
  tables.officeHeads.forEach((row, index) => {
    if (!offices.has(row.office))
      list.at("officeHeads", index, `局「${row.office}」が offices.csv にありません`, "office");
    heads.set(row.office, [...(heads.get(row.office) ?? []), row]);
  });
  return heads;
}

function compileOffices(
  tables: RulebookTableRows,
  ministries: ReadonlyMap<string, Ministry>,
  list: FaultList,
): Map<string, Office> {
  const held = new Map<string, { families: string[]; prefectures: Set<string> }>();
  for (const row of tables.jurisdictions) {
    const entry = held.get(row.office) ?? { families: [], prefectures: new Set() };
    entry.families.push(row.family);
    for (const prefecture of row.prefectures) entry.prefectures.add(prefecture);
    held.set(row.office, entry);
  }
  const offices = new Map<string, Office>();
  tables.offices.forEach((row, index) => {
    if (!ministries.has(row.ministry)) {
      list.at("offices", index, `省庁「${row.ministry}」が ministries.csv にありません`, "ministry");
    }
    const entry = held.get(row.code);
    if (entry === undefined) list.at("offices", index, `局「${row.code}」の管轄がありません`);
    offices.set(row.code, {
      ...row,
      families: entry?.families ?? [],
      prefectures: [...(entry?.prefectures ?? [])].sort(),
    });
  });
  return offices;
}

const numberingSlots = new Set(["{yyyymmdd}", "{symbol}", "{n}"]);

/** 文書番号の書式。局ごとに一つで、記号は全局で重ならない。重なると番号が同じになり得る。 */
export function compileDocumentNumbering(
  tables: RulebookTableRows,
  offices: ReadonlyMap<string, Office>,
  list: FaultList,
): ReadonlyMap<string, DocumentNumbering> {
  const symbols = new Map<string, string>();
  tables.documentNumbering.forEach(({ office, symbol, template }, index) => {
    if (!offices.has(office))
      list.at("documentNumbering", index, `局「${office}」が offices.csv にありません`, "office");
    const holder = symbols.get(symbol);
    if (holder !== undefined)
      list.at("documentNumbering", index, `記号「${symbol}」は「${holder}」と重なります`, "symbol");
    symbols.set(symbol, office);
    const slots: readonly string[] = template.match(/\{[^}]*\}/gu) ?? [];
    if (
      !slots.includes("{n}") ||
      !slots.includes("{symbol}") ||
      slots.some((slot) => !numberingSlots.has(slot))
    ) {
      list.at(
        "documentNumbering",
        index,
        "書式に {symbol} と {n} が要り、使えるのは {yyyymmdd} {symbol} {n} だけです",
      );
    }
  });
  const numbering = new Map(tables.documentNumbering.map((row) => [row.office, row]));
  for (const code of offices.keys()) {
    if (!numbering.has(code)) list.in("documentNumbering", `局「${code}」の文書番号の書式がありません`);
  }
  return numbering;
}
