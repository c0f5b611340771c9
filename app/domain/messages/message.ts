/** 申請者と局の連絡。申請の全体、又は様式の一つの欄について、文を送り合う。 */
import type { PlanDocument } from "../plan/document.ts";
import { ok, refuse, type Result } from "../result.ts";

/** どちらの側が書いたか。 */
export type MessageSide = "applicant" | "office";

/** 相手の側。 */
export const otherSide = (side: MessageSide): MessageSide => (side === "applicant" ? "office" : "applicant");

/** 連絡の長さの上限（文字）。 */
export const MESSAGE_LENGTH = 2000;

/** 何についての連絡か。申請の全体なら section も field も空文字。 */
export type MessageAnchor = { readonly section: string; readonly field: string };

export type MessageDraft = { readonly anchor: MessageAnchor; readonly text: string };

/** 欄の名前 → 誤り。 */
export type MessageFaults = Readonly<Partial<Record<"about" | "text", string>>>;

const wholePlan: MessageAnchor = { section: "", field: "" };

/**
 * 打たれた連絡を読む。
 * @param typed.about 空、又は `区画/欄`
 * @param document 最後に提出した様式。この様式にある欄だけを指せる
 */
export function readMessage(
  typed: { readonly about: string; readonly text: string },
  document: PlanDocument,
): Result<MessageDraft, MessageFaults> {
  const text = typed.text.replaceAll("\r\n", "\n").trim();
  const anchor = anchorOf(typed.about, document);
  const faults: MessageFaults = {
    ...(anchor === null ? { about: "連絡する欄を、一覧から選んでください。" } : {}),
    ...(text === ""
      ? { text: "連絡の内容を入力してください。" }
      : Array.from(text).length > MESSAGE_LENGTH
        ? { text: `連絡の内容は${MESSAGE_LENGTH.toLocaleString("ja-JP")}文字以内で入力してください。` }
        : {}),
  };
  return anchor === null || Object.keys(faults).length > 0 ? refuse(faults) : ok({ anchor, text });
}

function anchorOf(about: string, document: PlanDocument): MessageAnchor | null {
  if (about === "") return wholePlan;
  const found = document.sections.flatMap((section) =>
    section.entries.flatMap(({ field }) =>
      `${section.id}/${field}` === about ? [{ section: section.id, field }] : [],
    ),
  );
  return found[0] ?? null;
}
