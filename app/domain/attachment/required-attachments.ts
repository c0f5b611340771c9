/**
 * 計画の答えから、どの書類が要るか、なぜ要るかを決める（経営力向上に関する命令第2条）。
 * 種類と場合は規則集の表にあり、ここは場合が当てはまるかだけを判断する。
 */
import type { PlanValues } from "../plan/sections.ts";
import { type Severity, severityOf } from "../rulebook/blocking.ts";
import { type Certainty, weakerCertainty } from "../rulebook/certainty.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { AttachmentCondition, AttachmentKind } from "./attachment-kind.ts";

/** 設備ごとに要る書類の、一通分。 */
export type AttachmentSlot = {
  /** この一通が受け持つ設備の行。文書番号が同じ行は一通で足りる。 */
  readonly rowIds: readonly string[];
  readonly label: string;
};

export type RequiredAttachment = {
  readonly kind: AttachmentKind;
  readonly requirement: "required" | "optional";
  /** 足りないときの重さ。確認できた定めだけが申請を止める。 */
  readonly severity: Severity;
  readonly reason: string;
  /** per が equipment の書類だけ。plan の書類では空。 */
  readonly slots: readonly AttachmentSlot[];
};

type EquipmentRow = PlanValues["equipment"]["equipment"][number];

type Met = { readonly rows: readonly EquipmentRow[]; readonly certainty: Certainty; readonly reason: string };

/**
 * @param values 読み取った計画。読めない欄は無いものとして扱う
 * @returns 規則集の順に、要る書類と添付できる書類。当てはまらない種類は含まない
 */
export function requiredAttachments(rulebook: Rulebook, values: PlanValues): readonly RequiredAttachment[] {
  return [...rulebook.procedure.attachmentKinds.values()].flatMap((kind): readonly RequiredAttachment[] => {
    const needed = kind.requiredWhen === null ? null : meets(kind.requiredWhen, values);
    if (needed !== null)
      return [
        {
          kind,
          requirement: "required",
          severity: severityOf(weakerCertainty(kind.certainty, needed.certainty)),
          reason: needed.reason,
          slots: kind.per === "equipment" ? slotsOf(values, needed.rows) : [],
        },
      ];
    const offered = kind.offeredWhen === null ? null : meets(kind.offeredWhen, values);
    return offered === null
      ? []
      : [{ kind, requirement: "optional", severity: "warning", reason: offered.reason, slots: [] }];
  });
}

/** 場合が当てはまれば、その設備と理由。当てはまらなければ null。 */
function meets(condition: AttachmentCondition, values: PlanValues): Met | null {
  const rows = values.equipment.equipment;
  const certain = (met: readonly EquipmentRow[], reason: string): Met | null =>
    met.length === 0 ? null : { rows: met, certainty: "spec", reason };
  switch (condition) {
    case "always":
      return { rows: [], certainty: "spec", reason: "必要に応じて添付できます。" };
    case "equipment":
      return certain(rows, "税制の措置を使う設備があるため、添付できます。");
    case "typeA":
      return certain(ofTypes(rows, "A"), "A類型（生産性向上設備）の設備があるため、要ります。");
    case "typeBDE":
      return certain(ofTypes(rows, "BDE"), "B・D・E類型の設備があるため、要ります。");
    case "typeD":
      return certain(ofTypes(rows, "D"), "D類型（経営資源集約化に資する設備）の設備があるため、要ります。");
    case "powerPlant":
      return powerPlant(rows);
    case "succession":
      return succession(values);
    // 投資計画の確認の申請に添える書類で、計画には要らない。
    case "investment":
    case "investmentB":
    case "investmentD":
    case "investmentE":
      return null;
  }
}

/** 答えで発電設備と分かれば要る。答えがなければ名称の言葉から見分けるだけなので、申請を止めない。 */
function powerPlant(rows: readonly EquipmentRow[]): Met | null {
  const answered = rows.filter((row) => row.powerPlant !== undefined && row.powerPlant !== "no");
  if (answered.length > 0)
    return { rows: answered, certainty: "spec", reason: "発電設備があるため、要ります。" };
  const named = rows.filter(
    (row) => row.powerPlant === undefined && /発電/u.test(`${row.name ?? ""}${row.model ?? ""}`),
  );
  return named.length === 0
    ? null
    : { rows: named, certainty: "inferred", reason: "設備の名称に「発電」とあるため、要ると思われます。" };
}

/** 証明書類の添付の対象外とされる種類（法第2条第10項第9号、命令第2条第4項）。 */
const EXCLUDED_SUCCESSION = "cooperative-establishment";

function succession(values: PlanValues): Met | null {
  if (values.measures.usesOthersResources !== true) return null;
  const kinds = values.measures.measures.flatMap(({ successionKind }) => successionKind ?? []);
  if (kinds.length > 0 && kinds.every((kind) => kind === EXCLUDED_SUCCESSION)) return null;
  return {
    rows: [],
    // 種類がまだ選ばれていなければ、対象外かもしれないので申請を止めない。
    certainty: kinds.length > 0 ? "spec" : "inferred",
    reason: "「他の事業者から取得した又は提供された経営資源を利用する取組」が「有」のため、要ります。",
  };
}

const ofTypes = (rows: readonly EquipmentRow[], types: string): readonly EquipmentRow[] =>
  rows.filter((row) => row.type !== undefined && types.includes(row.type));

/** 文書番号が同じ設備をまとめる。番号の無い設備は一つずつ。 */
function slotsOf(values: PlanValues, rows: readonly EquipmentRow[]): readonly AttachmentSlot[] {
  const position = new Map(values.equipment.equipment.map((row, index) => [row.id, index + 1]));
  const groups = new Map<string, EquipmentRow[]>();
  for (const row of rows) {
    const number = row.certificateNumber?.trim() ?? "";
    const key = number === "" ? `row:${row.id}` : `number:${number}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => ({
    rowIds: group.map(({ id }) => id),
    label: group
      .map((row) => `設備${position.get(row.id) ?? ""}　${row.name ?? "（名称は未入力）"}`)
      .join("、"),
  }));
}
