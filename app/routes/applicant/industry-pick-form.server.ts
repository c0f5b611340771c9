/**
 * JavaScript のない人が、区画のフォームの中で業種を選んだことを読む。選んだ番号を答えに入れ、
 * 続きを選ぶ画面に戻す。番号を打ち直していれば、打った番号を採る。
 */
import { deepestChosen } from "#app/domain/industry/industry-pick.ts";
import type { IndustryLevel } from "#app/domain/rulebook/industry-table.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { findIndustry } from "#app/domain/industry/find-industry.ts";
import { fieldAnchor } from "#app/domain/plan/finding.ts";
import { normaliseDigits } from "#app/domain/text/width.ts";
import { PICK_COMMAND, pickName } from "#app/ui/form/industry/industry-picks.ts";

export type IndustryPickForm = {
  /** 選んだ番号を入れた答え。 */
  readonly answers: unknown;
  /** この区画に留まるときの、問合せの文字列と目印。離れるなら null。 */
  readonly stay: string | null;
};

const commands: ReadonlySet<string> = new Set(["search", "narrow", "choose", "show"]);

/**
 * @param sent 送られたフォーム
 * @param answers フォームの答え（行の操作を当てた後）
 * @param entered 欄で Enter キーを押した送信か
 */
export function readIndustryPicks(
  rulebook: Rulebook,
  sent: FormData,
  answers: unknown,
  entered: boolean,
): IndustryPickForm {
  const [command = "", wanted = "", choice = ""] = textIn(sent, PICK_COMMAND).split(" ");
  const kept = new URLSearchParams();
  const anchors: string[] = [];
  const pickIn = (id: string, cell: Cell): Cell => {
    const part = (name: string): string => textIn(sent, pickName(id, name));
    const mine = commands.has(command) && wanted === id;
    const revision = cell.revision === "13" ? 13 : 14;
    const known = (code: string): boolean => findIndustry(rulebook, revision, code) !== undefined;
    const at = deepestChosen(rulebook, revision, levelsIn(part));
    const typedOver = normaliseDigits(cell.code).trim() !== part("from");
    const picked =
      mine && command === "choose"
        ? choice
        : (mine && command === "narrow") || !typedOver
          ? at !== part("from")
            ? at
            : ""
          : "";
    const words = part("words").trim();
    const searching =
      (mine && command === "search") || (entered && words !== "" && words !== part("searched"));
    if (searching) kept.append("words", `${id}:${words}`);
    const next = known(picked) ? { revision: cell.revision || String(revision), code: picked } : cell;
    if (at !== "" && !known(at) && !known(picked)) kept.append("at", `${id}:${at}`);
    if (mine || searching)
      anchors.push(searching || (next === cell && command === "narrow") ? `${id}-pick` : id);
    return next;
  };
  const changed = withCells(answers, pickIn);
  const query = kept.toString();
  const [anchor] = anchors;
  return {
    answers: changed,
    stay: anchor === undefined ? null : `${query === "" ? "" : `?${query}`}#${anchor}`,
  };
}

type Cell = { readonly revision: string; readonly code: string };

const levelsIn = (part: (name: string) => string): Readonly<Record<IndustryLevel, string>> => ({
  division: part("division"),
  majorGroup: part("majorGroup"),
  group: part("group"),
  class: part("class"),
});

function textIn(sent: FormData, name: string): string {
  const value = sent.get(name);
  return typeof value === "string" ? value : "";
}

/** 答えの中の業種の欄を、一つずつ見て替える。 */
function withCells(answers: unknown, change: (id: string, cell: Cell) => Cell): unknown {
  if (!isRecord(answers)) return answers;
  const rows: readonly unknown[] = Array.isArray(answers["industries"]) ? answers["industries"] : [];
  const changedRows = rows.map((row) => {
    if (!isRecord(row)) return row;
    const cell = { revision: wordOf(row["revision"]), code: wordOf(row["code"]) };
    const next = change(fieldAnchor("industries.code", wordOf(row["id"])), cell);
    return next === cell ? row : { ...row, ...next };
  });
  const main = { revision: "14", code: wordOf(answers["mainIndustry"]) };
  const nextMain = change("mainIndustry", main);
  return {
    ...answers,
    ...(Array.isArray(answers["industries"]) ? { industries: changedRows } : {}),
    ...(nextMain === main ? {} : { mainIndustry: nextMain.code }),
  };
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
