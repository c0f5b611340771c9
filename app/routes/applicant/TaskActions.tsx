import type { DraftTask } from "#app/usecases/applications/draft-tasks.server.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import { type Place, sectionCheckPath, sectionPath } from "./paths.ts";
import { isFormSection } from "./task-words.ts";

/** 区画への操作: 使わないと決める・やめる、書いた内容を見る。 */
export function TaskActions({ task, place }: { readonly task: DraftTask; readonly place: Place }) {
  const written = task.unused === null && task.status !== "notStarted" && task.status !== "locked";
  return (
    <>
      {written && isFormSection(task.id) && (
        <a className="link inline-block py-0.5 text-dns-14N-130" href={sectionCheckPath(place, task.id)}>
          書いた内容を見る<VisuallyHidden>（{task.title}）</VisuallyHidden>
        </a>
      )}
      {task.mayBeUnused && <UseButton task={task} place={place} use="no" label="この区画は使いません" />}
      {task.unused === "marked" && <UseButton task={task} place={place} use="yes" label="やはり使う" />}
    </>
  );
}

function UseButton({
  task,
  place,
  use,
  label,
}: {
  readonly task: DraftTask;
  readonly place: Place;
  readonly use: "yes" | "no";
  readonly label: string;
}) {
  return (
    <form method="post" action={`${sectionPath(place, task.id)}/use`}>
      <Button name="use" value={use} variant="tertiary" size="small">
        {label}
        <VisuallyHidden>（{task.title}）</VisuallyHidden>
      </Button>
    </form>
  );
}
