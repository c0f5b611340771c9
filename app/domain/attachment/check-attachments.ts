/** 添付の点検。要る書類が揃い、検査の決まりを満たすかを、申請の前に見る。 */
import type { Finding } from "../plan/finding.ts";
import { attachmentSection } from "./attachment-kind.ts";
import type { RequiredAttachment } from "./required-attachments.ts";
import type { ScanRule, ScanState } from "./scan-state.ts";

/** 添付されている一つのファイル。 */
export type AttachedFile = {
  readonly id: string;
  readonly kind: string;
  /** 受け持つ設備の行。 */
  readonly rowIds: readonly string[];
  readonly fileName: string;
  readonly scan: ScanState;
};

const at = (kind: string, rowId?: string) => ({
  section: attachmentSection,
  field: kind,
  ...(rowId === undefined ? {} : { rowId }),
});

/**
 * @param required requiredAttachments の答え
 * @param attached いま添付されているファイル
 * @param rule 検査の決まり
 * @returns 指摘。error が一つでもあれば申請できない
 */
export function checkAttachments(
  required: readonly RequiredAttachment[],
  attached: readonly AttachedFile[],
  rule: ScanRule,
): readonly Finding[] {
  return [
    ...required.flatMap((one) => missing(one, attached)),
    ...attached.flatMap((file) => unscanned(file, rule)),
    ...attached.flatMap((file) => unneeded(file, required)),
  ];
}

/** その一通が添付されているか。 */
export const covers = (file: Pick<AttachedFile, "rowIds">, rowIds: readonly string[]): boolean =>
  rowIds.some((id) => file.rowIds.includes(id));

function missing(
  { kind, requirement, severity, slots }: RequiredAttachment,
  attached: readonly AttachedFile[],
): readonly Finding[] {
  if (requirement === "optional") return [];
  const files = attached.filter((file) => file.kind === kind.id);
  const lack = (message: string, rowId?: string): Finding => ({
    check: "attachmentMissing",
    severity,
    ...at(kind.id, rowId),
    message,
  });
  if (kind.per === "plan")
    return files.length > 0 ? [] : [lack(`「${kind.name}」が添付されていません。添付してください。`)];
  return slots
    .filter((slot) => !files.some((file) => covers(file, slot.rowIds)))
    .map((slot) =>
      lack(`「${slot.label}」の「${kind.name}」が添付されていません。添付してください。`, slot.rowIds[0]),
    );
}

function unscanned({ id, kind, fileName, scan }: AttachedFile, rule: ScanRule): readonly Finding[] {
  switch (scan) {
    case "clean":
      return [];
    case "infected":
      return [
        {
          check: "attachmentInfected",
          severity: "error",
          ...at(kind, id),
          message: `「${fileName}」からウイルスが見つかりました。取り除いて、別のファイルを添付してください。`,
        },
      ];
    case "scanning":
      return [
        {
          check: "attachmentScanning",
          severity: rule === "required" ? "error" : "warning",
          ...at(kind, id),
          message: `「${fileName}」のウイルスの検査が終わっていません。${rule === "required" ? "終わるまで少しお待ちください。" : "申請はできます。"}`,
        },
      ];
    case "unscanned":
      return [
        {
          check: "attachmentUnscanned",
          severity: rule === "required" ? "error" : "warning",
          ...at(kind, id),
          message: `「${fileName}」はウイルスの検査をしていません。${rule === "required" ? "検査が済むまで申請できません。" : "申請はできます。"}`,
        },
      ];
  }
}

/** 行を消すなどして、いまの計画では要らなくなった書類。 */
function unneeded(file: AttachedFile, required: readonly RequiredAttachment[]): readonly Finding[] {
  const one = required.find(({ kind }) => kind.id === file.kind);
  if (one !== undefined && (one.slots.length === 0 || one.slots.some((slot) => covers(file, slot.rowIds))))
    return [];
  return [
    {
      check: "attachmentUnneeded",
      severity: "warning",
      ...at(file.kind, file.id),
      message: `「${file.fileName}」は、いまの計画では要らない書類です。残すか、取り除くかを確かめてください。`,
    },
  ];
}
