import { classNames } from "../class-names.ts";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type Stage = {
  readonly code: string;
  readonly label: string;
  /** stopped は、ここで終わった（不認定、取下げ）か止まっている（差戻し）。 */
  readonly state: "done" | "current" | "stopped" | "upcoming";
  /** 「令和8年4月1日」など、ここに達した日。 */
  readonly date?: string | undefined;
};

const stateWords = { done: "完了", current: "現在", stopped: "現在", upcoming: "これから" } as const;
const stateLooks = {
  done: "bg-green-50 text-green-900",
  current: "bg-key-900 text-white",
  stopped: "bg-red-1000 text-white",
  upcoming: "bg-solid-gray-50 text-solid-gray-700",
} as const;

const isHere = (stage: Stage): boolean => stage.state === "current" || stage.state === "stopped";

/** 案件が今どの段階にあるか。狭い画面では縦に並ぶ。 */
export function StagePath({ label, stages }: { readonly label: string; readonly stages: readonly Stage[] }) {
  return (
    <ol aria-label={label} className="mb-6 flex flex-col gap-1 sm:flex-row sm:gap-0 sm:-space-x-1.5">
      {stages.map((stage, index) => (
        <li
          key={stage.code}
          aria-current={isHere(stage) ? "step" : undefined}
          className={classNames(
            "print-exact flex min-h-10 min-w-0 flex-1 flex-row items-center justify-between gap-2 px-4 py-1 max-sm:rounded-4 sm:flex-col sm:justify-center sm:gap-0 sm:px-5 sm:text-center",
            index === 0 ? "sm:stage-arrow-first" : "sm:stage-arrow",
            stateLooks[stage.state],
          )}
        >
          <span className={isHere(stage) ? "text-dns-14B-130" : "text-dns-14N-130"}>
            <VisuallyHidden>{`${stateWords[stage.state]}：`}</VisuallyHidden>
            {stage.state === "done" && <span aria-hidden="true">✓ </span>}
            {stage.label}
          </span>
          {stage.date !== undefined && <span className="text-dns-14N-120 tabular-nums">{stage.date}</span>}
        </li>
      ))}
    </ol>
  );
}
