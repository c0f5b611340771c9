/** 区画のフォームの送信を読む。行の操作（足す・消す・移す）は conform の意図として受け、ここで当てる。 */
import { parse } from "@conform-to/react";
import type { PlanSituation, RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import type { Choices } from "#app/domain/plan/resolve-conflicts.ts";
import { inPostedOrder } from "#app/domain/plan/posted-row-order.ts";
import { isShown } from "#app/domain/plan/read-section.ts";
import { PASTE_PREFIX, ROW_OPERATION } from "./row-intents.ts";

export type SectionForm = {
  /** 打たれた値。行の操作を当てた後。 */
  readonly answers: unknown;
  readonly version: number;
  /** 画面に出ていた行の欄。 */
  readonly rowsShown: readonly string[];
  /** 行の操作で送信されたときの、その行の欄。 */
  readonly rowsTouched: string | null;
  /** 行の欄に貼り付ける、表計算ソフトの表の文字。 */
  readonly pastes: ReadonlyMap<string, string>;
  /** 保存した後に行く所。 */
  readonly next: "next" | "list";
  /** ボタンではなく、欄で Enter キーを押した送信か（ENTER_KEY）。 */
  readonly entered: boolean;
  /** 編集中の案内に使う、画面の名前。 */
  readonly tab: string;
  readonly channel: "form" | "autosave" | "journal";
  /** 競合を選び終えた送信。 */
  readonly resolution: { readonly against: number; readonly choices: Choices } | null;
};

/** 欄で Enter キーを押したときに送られる、見えないボタンの値。 */
const ENTER_KEY = "enter";

/** 競合の選択の欄の名前の頭。 */
export const CHOICE_PREFIX = "choice:";

export function readSectionForm(sent: FormData): SectionForm {
  const form = new FormData();
  for (const [name, value] of inPostedOrder(sent)) form.append(name, value);
  let touched: string | null = null;
  const { payload } = parse<Answers, string>(form, {
    resolve(value, intent) {
      if (intent?.type === "insert" || intent?.type === "remove" || intent?.type === "reorder")
        touched = String(intent.payload.name);
      return { value };
    },
  });
  const operation = form.get(ROW_OPERATION);
  const [kind, field = "", index = ""] = typeof operation === "string" ? operation.split("/") : [];
  if (kind !== undefined) touched = field;
  const channel = form.get("channel");
  const tab = form.get("tab");
  return {
    answers: kind === "copy" ? withCopy(payload, field, Number(index)) : payload,
    version: versionIn(form, "version"),
    rowsShown: form.getAll("rows").map(String),
    rowsTouched: touched,
    pastes: new Map(
      [...form].flatMap(([name, value]) =>
        name.startsWith(PASTE_PREFIX) && typeof value === "string" && value.trim() !== ""
          ? [[name.slice(PASTE_PREFIX.length), value] as const]
          : [],
      ),
    ),
    next: form.get("next") === "list" || form.get("next") === ENTER_KEY ? "list" : "next",
    entered: form.get("next") === ENTER_KEY,
    tab: typeof tab === "string" ? tab.slice(0, 80) : "",
    channel: channel === "autosave" || channel === "journal" ? channel : "form",
    resolution: form.has("against")
      ? { against: versionIn(form, "against"), choices: choicesIn(form) }
      : null,
  };
}

type Answers = { readonly [field: string]: unknown };

/** 一行を、そのすぐ後に写す。id は保存するときに付く。 */
function withCopy(answers: Answers, field: string, index: number): Answers {
  const rows: readonly unknown[] = Array.isArray(answers[field]) ? answers[field] : [];
  const row = rows[index];
  if (typeof row !== "object" || row === null) return answers;
  return { ...answers, [field]: rows.toSpliced(index + 1, 0, { ...row, id: "" }) };
}

function versionIn(form: FormData, name: string): number {
  const version = Number(form.get(name) ?? "-1");
  return Number.isSafeInteger(version) && version >= 0 ? version : -1;
}

const choicesIn = (form: FormData): Choices =>
  Object.fromEntries(
    [...form].flatMap(([name, side]) =>
      name.startsWith(CHOICE_PREFIX) && (side === "mine" || side === "theirs")
        ? [[name.slice(CHOICE_PREFIX.length), side] as const]
        : [],
    ),
  );

/**
 * 保存した答えで新しく出ることになった、最初の欄（指標を選ぶと出る値の欄など）。
 * 選択の欄は、選ばれていなければ送られないので数えない。
 * @param form 送られたフォーム。出ていた欄は空でも名前が載る
 * @returns 無ければ null
 */
export function revealedField(
  section: SectionSpec,
  saved: RawSection,
  form: FormData,
  situation: PlanSituation,
): string | null {
  const revealed = Object.entries(section.fields).find(
    ([name, spec]) =>
      spec.when !== undefined &&
      spec.shape === "field" &&
      spec.kind !== "choice" &&
      isShown(spec, saved, situation) &&
      !form.has(name),
  );
  return revealed?.[0] ?? null;
}
