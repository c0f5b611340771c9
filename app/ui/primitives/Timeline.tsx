import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { toneText, type Tone } from "../tones.ts";
import { ToneIcon } from "./ToneIcon.tsx";

export type TimelineItem = {
  readonly key: string;
  /** 機械が読む日時（ISO 8601）。 */
  readonly at: string;
  /** 人が読む日時（東京の日時、和暦など）。 */
  readonly atText: string;
  readonly title: string;
  readonly actor?: string | undefined;
  readonly body?: ReactNode;
  readonly tone?: Tone | undefined;
};

/** 出来事の並び。順は渡されたまま。 */
export function Timeline({
  items,
  label = "これまでの経過",
}: {
  readonly items: readonly TimelineItem[];
  readonly label?: string | undefined;
}) {
  return (
    <ol aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className="relative flex break-inside-avoid gap-3 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-6 bottom-0 left-2.5 w-px bg-solid-gray-300 in-[li:last-child]:hidden"
          />
          <ToneIcon
            tone={item.tone ?? "neutral"}
            className={
              classNames("relative mt-0.5 size-5 shrink-0 bg-white", toneText[item.tone ?? "neutral"]) ?? ""
            }
          />
          <div className="min-w-0">
            <p className="text-dns-16B-130 leading-150">{item.title}</p>
            <p className="text-dns-14N-130 leading-150 text-solid-gray-700">
              <time dateTime={item.at}>{item.atText}</time>
              {item.actor !== undefined && `　${item.actor}`}
            </p>
            {item.body !== undefined && (
              <div className="mt-1 text-dns-16N-130 leading-150 whitespace-pre-line">{item.body}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
