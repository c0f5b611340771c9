/** 区画の一覧のまとまりと、行に添える言葉。 */
import { attachmentSection } from "#app/domain/attachment/attachment-kind.ts";
import { type SectionId, sectionOf } from "#app/domain/plan/sections.ts";
import type { DraftTask } from "#app/usecases/applications/draft-tasks.server.ts";
import { attachmentsPath, type Place, sectionPath } from "./paths.ts";

const groups = ["変更のこと", "会社のこと", "計画の中身", "お金と設備", "税制・承継", "添付書類"] as const;
type Group = (typeof groups)[number];

const groupOf: Readonly<Record<SectionId, Group>> = {
  change: "変更のこと",
  company: "会社のこと",
  industry: "会社のこと",
  period: "計画の中身",
  "present-state": "計画の中身",
  indicators: "計画の中身",
  measures: "計画の中身",
  funding: "お金と設備",
  equipment: "お金と設備",
  permits: "税制・承継",
  "due-diligence": "税制・承継",
  "real-estate": "税制・承継",
  tax: "税制・承継",
};

/** 様式の区画か（添付などの、別の画面の項目ではない）。 */
export const isFormSection = (id: string): boolean => sectionOf(id) !== undefined;

/** 項目を書く画面。 */
export const taskPath = (place: Place, id: string): string =>
  id === attachmentSection ? attachmentsPath(place) : sectionPath(place, id);

/** まとまりごとの項目。項目のないまとまりは出さない。 */
export const groupedTasks = (
  tasks: readonly DraftTask[],
): readonly { readonly title: Group; readonly tasks: readonly DraftTask[] }[] =>
  groups
    .map((title) => ({
      title,
      tasks: tasks.filter(
        ({ id }) => (id === attachmentSection ? "添付書類" : groupOf[id as SectionId]) === title,
      ),
    }))
    .filter((group) => group.tasks.length > 0);

/** 行の下の短い説明。 */
export function taskHint({ comments, waiting, unused, counted, changes }: DraftTask): string | undefined {
  if (comments > 0) return `指摘が${comments}件あります`;
  if (waiting !== null) return waiting;
  if (unused === "marked") return "使わないことにしました。";
  if (unused === "screening") return "始めの質問で税制の措置を使わないと答えたので、書かなくて構いません。";
  if (!counted) return "いまの答えでは、必ず要る書類はありません。付けたい書類があれば添付できます。";
  if (changes !== null)
    return changes === 0
      ? "認定を受けた計画と同じです。"
      : `認定を受けた計画から${changes}か所が変わっています。`;
  return undefined;
}
