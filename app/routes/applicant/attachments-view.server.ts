/** 添付の画面が示す値。 */
import { attachmentLimits, formatBytes } from "#app/domain/attachment/attachment-limits.ts";
import { covers } from "#app/domain/attachment/check-attachments.ts";
import { mediaTypeNames } from "#app/domain/attachment/file-content.ts";
import { scanStateWords } from "#app/domain/attachment/scan-state.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import type { FileWithScan } from "#app/usecases/attachments/attached-files.server.ts";
import type { OpenAttachments } from "#app/usecases/attachments/open-attachments.server.ts";
import { attachmentFilePath, type Place } from "./paths.ts";

export type ShownFile = ReturnType<typeof shownFile>;
export type ShownKind = ReturnType<typeof attachmentsView>["kinds"][number];

/**
 * @param replacing 差し替えようとしている添付。無ければ null
 */
export function attachmentsView(place: Place, opened: OpenAttachments, replacing: string | null) {
  const labels = new Map(
    opened.required.flatMap(({ slots }) =>
      slots.flatMap((slot) => slot.rowIds.map((id) => [id, slot.label] as const)),
    ),
  );
  const shown = (file: FileWithScan) => shownFile(place, file, labels);
  const kinds = opened.required.map(({ kind, requirement, severity, reason, slots }) => {
    const files = opened.files.filter((file) => file.kind === kind.id);
    const replaced = files.find(({ id }) => id === replacing);
    const missing =
      requirement === "optional"
        ? 0
        : slots.length === 0
          ? Number(files.length === 0)
          : slots.filter((slot) => !files.some((file) => covers(file, slot.rowIds))).length;
    return {
      id: kind.id,
      name: kind.name,
      help: kind.help,
      reason,
      required: requirement === "required",
      blocks: severity === "error",
      missing,
      /** 確かめられていない定めは、そのことを添える。 */
      unconfirmed: mayBlock(kind.certainty) ? null : certaintyLabel[kind.certainty],
      slots: slots.map((slot) => ({
        value: slot.rowIds[0] ?? "",
        label: slot.label,
        covered: files.some((file) => covers(file, slot.rowIds)),
        chosen: replaced !== undefined && covers(replaced, slot.rowIds),
      })),
      files: files.map(shown),
      replacing: replaced === undefined ? null : { id: replaced.id, fileName: replaced.fileName },
      unfinished: opened.unfinished
        .filter((upload) => upload.kind === kind.id)
        .map((upload) => ({
          id: upload.id,
          fileName: upload.fileName,
          progress: `${formatBytes(upload.received)}／${formatBytes(upload.size ?? 0)}`,
        })),
    };
  });
  const offered = new Set(kinds.map(({ id }) => id));
  return {
    place,
    kinds,
    /** いまの計画では選べない種類の、残っているファイル。 */
    leftover: opened.files.filter((file) => !offered.has(file.kind)).map(shown),
    missing: kinds.reduce((total, { missing }) => total + missing, 0),
    scanning: opened.files.some(({ scan }) => scan === "scanning"),
    scannerReady: opened.scannerReady,
    infected: opened.infected.map(({ fileName }) => fileName),
    totals: `${opened.totals.files}個／${attachmentLimits.files}個、合計 ${formatBytes(opened.totals.bytes)}／${formatBytes(attachmentLimits.totalBytes)}`,
    limits: `PDF、JPEG、PNG。一つのファイルは${formatBytes(attachmentLimits.fileBytes)}まで。`,
    fileBytes: attachmentLimits.fileBytes,
  };
}

const shownFile = (place: Place, file: FileWithScan, labels: ReadonlyMap<string, string>) => ({
  id: file.id,
  kind: file.kind,
  fileName: file.fileName,
  href: attachmentFilePath(place, file.id),
  description: `${mediaTypeNames[file.mediaType]}、${formatBytes(file.size)}`,
  sha256: file.sha256,
  scan: file.scan,
  scanWords: scanStateWords[file.scan],
  attached: `${formatTokyoInstant(file.attachedAt)}　${file.attachedByName}`,
  covers: [...new Set(file.rowIds.map((id) => labels.get(id) ?? "いまは無い設備"))],
});
