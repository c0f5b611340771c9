import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { toneBorder, toneSurface, type Tone } from "../tones.ts";
import { ToneIcon } from "./ToneIcon.tsx";

export type TagProps = {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly icon?: boolean | undefined;
};

/** 短い言葉の札。言葉と形と色の三つで伝える。 */
export function Tag({ tone, children, icon = true }: TagProps) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-4 border px-1.5 py-0.5 text-dns-14B-120 whitespace-nowrap",
        toneSurface[tone],
        toneBorder[tone],
      )}
    >
      {icon && <ToneIcon tone={tone} className="size-3.5 shrink-0" />}
      {children}
    </span>
  );
}
