import type { ReactNode } from "react";
import type { Tone } from "../tones.ts";
import { Tag } from "./Tag.tsx";

export type TaskStatus = "notStarted" | "inProgress" | "complete" | "needsCorrection" | "locked";

export type Task = {
  readonly id: string;
  readonly label: string;
  /** まだ開始できない物には付けない。 */
  readonly href?: string | undefined;
  readonly status: TaskStatus;
  readonly hint?: string | undefined;
  /** 行の下に置く、その項目への操作（区画を使わない、内容を見るなど）。 */
  readonly actions?: ReactNode;
};

export const taskStatusWords: Readonly<Record<TaskStatus, string>> = {
  notStarted: "未着手",
  inProgress: "入力中",
  complete: "完了",
  needsCorrection: "要修正",
  locked: "まだ開始できません",
};

const taskTones: Readonly<Record<TaskStatus, Tone>> = {
  notStarted: "neutral",
  inProgress: "progress",
  complete: "success",
  needsCorrection: "danger",
  locked: "neutral",
};

/** 項目の一覧と進み具合。どの順にも始められる。 */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className="border-t border-solid-gray-300">
      {tasks.map((task) => {
        const statusId = `task-${task.id}-status`;
        const hintId = task.hint === undefined ? undefined : `task-${task.id}-hint`;
        return (
          <li
            key={task.id}
            className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-solid-gray-300 px-2 py-2.5 has-[a:hover]:bg-solid-gray-50"
          >
            <div className="min-w-0 flex-1 basis-52">
              {task.href === undefined ? (
                <span className="text-std-16N-170 text-solid-gray-700">{task.label}</span>
              ) : (
                <a
                  href={task.href}
                  aria-describedby={[hintId, statusId].filter(Boolean).join(" ")}
                  className="link text-std-16B-170 after:absolute after:inset-0"
                >
                  {task.label}
                </a>
              )}
              {task.hint !== undefined && (
                <p id={hintId} className="text-dns-14N-130 leading-150 text-solid-gray-700">
                  {task.hint}
                </p>
              )}
            </div>
            <span id={statusId} className="shrink-0">
              <Tag tone={taskTones[task.status]}>{taskStatusWords[task.status]}</Tag>
            </span>
            {/* 行の全体に広がるリンクより上に置き、押せるようにする。 */}
            {task.actions !== undefined && task.actions !== null && (
              <div className="relative z-10 flex w-full flex-wrap gap-x-4 gap-y-1">{task.actions}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
