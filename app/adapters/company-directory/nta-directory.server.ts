/** 国税庁の法人番号システム Web-API v4。CSV（UTF-8）で受け取る。住所が分かれていて、合併の引継ぎ先も載る。 */
import { parse } from "csv-parse/sync";
import { type CivilDate, isCivilDate } from "#app/domain/calendar/civil-date.ts";
import type { CompanyFacts } from "#app/domain/company-facts/company-facts.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { parseCorporateNumber } from "#app/domain/text/corporate-number.ts";
import type { CompanyDirectory, DirectoryFault } from "./company-directory-port.ts";
import { directoryFault, fetchLimited } from "./fetch-limited.server.ts";

export type NtaOptions = {
  /** 例: https://…/4。 */
  readonly baseUrl: string;
  /** 申込みで受け取った応用の番号。URL に入るので、記録に残さない。 */
  readonly applicationId: string;
  readonly timeoutMs: number;
};

/** CSV の列の番号（0 から）。 */
const COLUMN = {
  corporateNumber: 1,
  updateDate: 4,
  name: 6,
  prefectureName: 9,
  cityName: 10,
  streetNumber: 11,
  prefectureCode: 13,
  postCode: 15,
  closeDate: 18,
  closeCause: 19,
  successor: 20,
  furigana: 28,
} as const;
const COLUMNS = 30;
const CANDIDATES = 30;

export function createNtaDirectory(options: NtaOptions): CompanyDirectory {
  const base = options.baseUrl.replace(/\/+$/u, "");
  const ask = async (
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<Result<readonly (readonly string[])[], DirectoryFault>> => {
    const url = new URL(`${base}/${path}`);
    for (const [name, value] of Object.entries({ id: options.applicationId, ...query, type: "02" }))
      url.searchParams.set(name, value);
    const answer = await fetchLimited(url, { Accept: "text/csv" }, options.timeoutMs);
    if (!answer.ok) return answer;
    // 404 は「載っていない」ではなく、応用の番号が使えないこと。
    if (answer.value.status === 404) return refuse(directoryFault("unauthorised", "404"));
    if (answer.value.status !== 200) return refuse(directoryFault("unreadable", String(answer.value.status)));
    return readCsv(answer.value.body);
  };
  return {
    source: "nta",
    async byNumber(number) {
      const rows = await ask("num", { number, history: "0" });
      if (!rows.ok) return rows;
      const [first] = rows.value;
      if (first === undefined) return ok({ kind: "none" });
      const facts = factsOf(first);
      return facts?.corporateNumber === number
        ? ok({ kind: "found", facts, drift: [] })
        : refuse(directoryFault("unreadable", "尋ねた番号と違う記録が返りました"));
    },
    async byName(name, prefecture) {
      const rows = await ask("name", {
        name,
        mode: "2",
        target: "1",
        ...(prefecture === null ? {} : { address: prefecture }),
      });
      if (!rows.ok) return rows;
      const candidates = rows.value.flatMap((row) => {
        const facts = factsOf(row);
        return facts === null
          ? []
          : [
              {
                corporateNumber: facts.corporateNumber,
                name: facts.name,
                location: at(row, "prefectureName") + at(row, "cityName") + at(row, "streetNumber"),
                closed: facts.closure !== null,
              },
            ];
      });
      return ok({ candidates: candidates.slice(0, CANDIDATES), more: candidates.length > CANDIDATES });
    },
  };
}

/** 初めの行は見出しの値（更新日、件数、分割）で、件数が 0 なら続きはない。 */
function readCsv(body: string): Result<readonly (readonly string[])[], DirectoryFault> {
  try {
    const [head, ...rows] = parse(body, { bom: true, relax_column_count: true, skip_empty_lines: true });
    if (head === undefined || head.length !== 4 || rows.some((row) => row.length !== COLUMNS))
      return refuse(directoryFault("unreadable", "CSV の列が違います"));
    return ok(rows);
  } catch {
    return refuse(directoryFault("unreadable", "CSV として読めません"));
  }
}

const at = (row: readonly string[], column: keyof typeof COLUMN): string => row[COLUMN[column]] ?? "";
const dayOf = (text: string): CivilDate | null => (isCivilDate(text) ? text : null);
const orNull = (text: string): string | null => (text === "" ? null : text);

function factsOf(row: readonly string[]): CompanyFacts | null {
  const number = parseCorporateNumber(at(row, "corporateNumber"));
  if (!number.ok) return null;
  const closed = at(row, "closeDate") !== "" || at(row, "closeCause") !== "";
  return {
    corporateNumber: number.value,
    source: "nta",
    name: at(row, "name"),
    kana: orNull(at(row, "furigana")),
    postalCode: orNull(at(row, "postCode")),
    address: {
      prefecture: orNull(at(row, "prefectureCode")),
      city: orNull(at(row, "cityName")),
      rest: at(row, "streetNumber"),
    },
    closure: closed
      ? {
          on: dayOf(at(row, "closeDate")),
          cause: orNull(at(row, "closeCause")),
          successor: orNull(at(row, "successor")),
        }
      : null,
    representative: null,
    capital: null,
    employees: null,
    establishedOn: null,
    asOf: dayOf(at(row, "updateDate")),
  };
}
