/** 差戻しの指摘の入力。打たれた値はそのまま持ち、読み取りとは分ける（誤りがあっても失わない）。 */
import type { PlanDocument } from "#app/domain/plan/document.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { returnReasonOf, returnReasons } from "#app/domain/workflow/return-reasons.ts";
import type { ReturnComment } from "#app/domain/workflow/commands.ts";

/** 一行に打たれたまま。target は `区画/欄`。 */
export type CommentDraft = {
  readonly target: string;
  readonly kind: string;
  readonly reason: string;
  readonly text: string;
};

/** 欄の id（`target-0` など）→ 誤り。`comments` は行に結び付かない誤り。 */
export type CommentErrors = Readonly<Record<string, readonly string[]>>;

export const commentKinds = [
  { value: "wrong", label: "誤り" },
  { value: "missing", label: "不足" },
  { value: "unclear", label: "不明" },
] as const satisfies readonly { value: ReturnComment["kind"]; label: string }[];

export const FIRST_ROWS = 5;
export const ADDED_ROWS = 5;
const MAX_ROWS = 100;
export const COMMENT_LENGTH = 1000;

export const emptyDraft: CommentDraft = { target: "", kind: "", reason: "", text: "" };

/** その数まで空の行を足す。 */
export const withRows = (drafts: readonly CommentDraft[], rows: number): readonly CommentDraft[] => [
  ...drafts,
  ...Array.from({ length: Math.max(0, Math.min(rows, MAX_ROWS) - drafts.length) }, () => emptyDraft),
];

/** フォームから、行の順に読む。行の数は target の数で決まる。 */
export function readDrafts(form: FormData): readonly CommentDraft[] {
  const rows = Array.from({ length: MAX_ROWS }, (_, index) => index).filter((index) =>
    form.has(`target-${index}`),
  );
  return rows.map((index) => ({
    target: textIn(form, `target-${index}`),
    kind: textIn(form, `kind-${index}`),
    reason: textIn(form, `reason-${index}`),
    text: textIn(form, `text-${index}`),
  }));
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
};

const isBlank = ({ target, kind, reason, text }: CommentDraft): boolean =>
  target === "" && kind === "" && reason === "" && text.trim() === "";

/** 理由の選択肢。種類ごと。 */
export const reasonChoices = commentKinds.map(({ value: kind, label }) => ({
  label,
  options: Object.entries(returnReasons).flatMap(([code, reason]) =>
    reason.kind === kind ? [{ value: code, label: reason.label }] : [],
  ),
}));

/** 選ばれた文例を、その行の内容の終わりに足す。 */
export const withBlock = (
  drafts: readonly CommentDraft[],
  row: number,
  body: string,
): readonly CommentDraft[] =>
  drafts.map((draft, index) =>
    index === row ? { ...draft, text: draft.text.trim() === "" ? body : `${draft.text}\n${body}` } : draft,
  );

/** 指摘できる欄。区画ごと。 */
export const commentTargets = (document: PlanDocument) =>
  document.sections.map((section) => ({
    label: section.number === "" ? section.title : `${section.number}　${section.title}`,
    options: section.entries.map((entry) => ({
      value: `${section.id}/${entry.field}`,
      label: entry.label,
    })),
  }));

/**
 * 打たれた行を指摘として読む。空の行は飛ばす。
 * @returns 指摘、又は行ごとの誤り。全部の行が空なら `comments` の誤り
 */
export function parseComments(
  drafts: readonly CommentDraft[],
  document: PlanDocument,
): Result<readonly ReturnComment[], CommentErrors> {
  const known = new Set(commentTargets(document).flatMap(({ options }) => options.map(({ value }) => value)));
  const errors: Record<string, readonly string[]> = {};
  const comments = drafts.flatMap((draft, index): readonly ReturnComment[] => {
    if (isBlank(draft)) return [];
    const [section = "", field = ""] = draft.target.split("/");
    const reason = returnReasonOf(draft.reason);
    const chosen = reason === null ? undefined : returnReasons[reason];
    const kind =
      draft.kind === "" ? chosen?.kind : commentKinds.find(({ value }) => value === draft.kind)?.value;
    const text = draft.text.trim() === "" ? (chosen?.sentence ?? "") : draft.text.trim();
    if (!known.has(draft.target)) errors[`target-${index}`] = ["指摘する欄を選んでください。"];
    if (kind === undefined) errors[`kind-${index}`] = ["指摘の種類を選んでください。"];
    if (chosen !== undefined && kind !== undefined && chosen.kind !== kind)
      errors[`reason-${index}`] = [
        "理由と種類が合っていません。種類を選び直すか、ほかの理由を選んでください。",
      ];
    if (text === "") errors[`text-${index}`] = ["指摘の内容を書いてください。"];
    else if (Array.from(text).length > COMMENT_LENGTH)
      errors[`text-${index}`] = [`指摘の内容は${COMMENT_LENGTH}文字までで書いてください。`];
    return kind === undefined ? [] : [{ section, field, kind, ...(reason === null ? {} : { reason }), text }];
  });
  if (Object.keys(errors).length > 0) return refuse(errors);
  return comments.length === 0
    ? refuse({ comments: ["差し戻すには、指摘を一つ以上書いてください。"] })
    : ok(comments);
}
