/** 投資計画の確認を、申請者と局の画面の形にする。 */
import { formatBytes } from "#app/domain/attachment/attachment-limits.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import { confirmationParts } from "#app/domain/confirmation/form.ts";
import { type ConfirmationComment, confirmationEventWords } from "#app/domain/confirmation/state.ts";
import type { FieldSpec, RawAnswers } from "#app/domain/plan/field.ts";
import type { Option } from "#app/domain/plan/options.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import type { TimelineItem } from "#app/ui/primitives/Timeline.tsx";
import type { OpenedConfirmation } from "#app/usecases/confirmations/open-confirmation.server.ts";

/** 欄の名前。まとまりの見出しを添える。 */
const labelOf = ({ label, group }: Pick<FieldSpec, "label" | "group">): string =>
  group === undefined ? label : `${group}　${label}`;

export const prefectureOptions = ({ prefectures }: Rulebook): readonly Option[] =>
  [...prefectures.values()].map(({ code, name }) => ({ value: code, label: name }));

/** 部分ごとの、書いた値。 */
export function answeredParts(rulebook: Rulebook, type: ConfirmationType, answers: RawAnswers) {
  return confirmationParts(type).map((part) => ({
    id: part.id,
    title: part.title,
    rows: Object.entries(part.fields).flatMap(([name, spec]) => {
      if (spec.shape !== "field") return [];
      const raw = wordOf(answers[part.id]?.[name]);
      return [{ key: `${part.id}-${name}`, label: labelOf(spec), value: shown(rulebook, spec, raw) }];
    }),
  }));
}

function shown(rulebook: Rulebook, spec: FieldSpec, raw: string): string {
  if (raw.trim() === "") return "";
  if (spec.options === "prefectures") return rulebook.prefectures.get(raw)?.name ?? raw;
  const read = spec.parse(raw);
  return read.ok ? `${spec.format(read.value)}${spec.unit ?? ""}` : raw;
}

/** 指摘を付けられる欄。 */
export const commentFields = (type: ConfirmationType): readonly Option[] =>
  confirmationParts(type).flatMap((part) =>
    Object.entries(part.fields).flatMap(([name, spec]) =>
      spec.shape === "field"
        ? [{ value: `${part.id}.${name}`, label: labelOf(spec), group: part.title }]
        : [],
    ),
  );

/** 指摘の、欄の名前と、その欄のある所。 */
export const commentLines = (type: ConfirmationType, comments: readonly ConfirmationComment[]) => {
  const names = new Map(commentFields(type).map(({ value, label }) => [value, label]));
  return comments.map(({ field, text }, index) => ({
    key: String(index),
    label: field === "" ? "申請の全体" : (names.get(field) ?? field),
    anchor: field.replace(".", "-"),
    text,
  }));
};

/** 経過。新しい順。 */
export function confirmationTimeline(
  events: OpenedConfirmation["events"],
  reader: "applicant" | "staff",
): readonly (Omit<TimelineItem, "body"> & { readonly body: string })[] {
  const words: Readonly<Record<string, string>> = confirmationEventWords;
  return events
    .filter(({ type }) => reader === "staff" || type !== "confirmation.proposed.v1")
    .map(({ sequence, type, data, actorName, at }) => ({
      key: String(sequence),
      at,
      atText: formatTokyoInstant(at),
      title: words[type] ?? type,
      ...(reader === "staff" ? { actor: actorName } : {}),
      body: wordOf(data["ground"]) || wordOf(data["reason"]),
    }))
    .toReversed();
}

/** 提出の添付の控え。 */
export const evidenceRows = (files: OpenedConfirmation["filedEvidence"]) =>
  files.map(({ attachmentId, kindName, fileName, size }) => ({
    id: attachmentId,
    kindName,
    fileName,
    size: formatBytes(size),
  }));

const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");
