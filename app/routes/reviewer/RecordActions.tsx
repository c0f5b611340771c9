import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import type { RecordView } from "./record-view.server.ts";

type ActionRecord = Pick<RecordView, "id" | "version" | "status" | "commands" | "proposal">;

/** いま出せる命令だけを並べる。次に進む命令を一つだけ primary にする。 */
export function RecordActions({ record }: { readonly record: ActionRecord }) {
  const may = (name: ActionRecord["commands"][number]) => record.commands.includes(name);
  const page = (name: string) => `/review/applications/${record.id}/${name}`;
  const starts = may("assign") && record.status === "accepted";
  const decides = may("certify") || may("decline");
  return (
    <>
      {may("accept") && <ButtonLink href={page("accept")}>受理する</ButtonLink>}
      {starts && (
        <form method="post" action={page("start-review")} className="max-sm:w-full">
          <input type="hidden" name="version" value={record.version} />
          <Button>審査を始める</Button>
        </form>
      )}
      {may("certify") && <ButtonLink href={page("certify")}>認定する</ButtonLink>}
      {may("decline") && (
        <ButtonLink href={page("decline")} variant="danger">
          不認定にする
        </ButtonLink>
      )}
      {may("propose") && (
        <ButtonLink href={page("propose")} variant={starts || decides ? "secondary" : "primary"}>
          {record.proposal === null ? "起案する" : "起案し直す"}
        </ButtonLink>
      )}
      {may("sendBack") && (
        <ButtonLink href={page("send-back")} variant="secondary">
          起案を差し戻す
        </ButtonLink>
      )}
      {may("return") && (
        <ButtonLink href={page("return")} variant="secondary">
          差し戻す
        </ButtonLink>
      )}
      {may("pause") && (
        <ButtonLink href={page("pause")} variant="tertiary">
          審査を中断する
        </ButtonLink>
      )}
      {may("reassign") && (
        <ButtonLink href={page("assign")} variant="tertiary">
          担当を替える
        </ButtonLink>
      )}
      {may("transfer") && (
        <ButtonLink href={page("transfer")} variant="tertiary">
          ほかの局へ移送する
        </ButtonLink>
      )}
    </>
  );
}
