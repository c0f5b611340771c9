import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { toneSurface, toneText, type Tone } from "../tones.ts";
import { ToneIcon } from "./ToneIcon.tsx";

/** 文中の短い補足。 */
export function InlineHint({
  tone = "info",
  id,
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly id?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div
      id={id}
      className={classNames(
        "mb-4 last:mb-0 flex gap-2 rounded-8 px-3 py-2 text-dns-16N-130 leading-150",
        toneSurface[tone],
      )}
    >
      <ToneIcon tone={tone} className={`mt-0.5 size-5 shrink-0 ${toneText[tone]}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
