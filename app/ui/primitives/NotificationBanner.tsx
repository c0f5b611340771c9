import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { toneBorder, toneText, type Tone } from "../tones.ts";
import { ToneIcon } from "./ToneIcon.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type NotificationKind = "info" | "success" | "warning" | "error";

export type NotificationBannerProps = {
  readonly kind: NotificationKind;
  readonly title: string;
  readonly children?: ReactNode;
  /** 操作の結果として今出た知らせか。真なら読み上げに割り込む。 */
  readonly announce?: boolean | undefined;
  readonly headingLevel?: 2 | 3 | undefined;
};

const kinds: Readonly<Record<NotificationKind, { readonly tone: Tone; readonly word: string }>> = {
  info: { tone: "info", word: "お知らせ" },
  success: { tone: "success", word: "完了" },
  warning: { tone: "warning", word: "注意" },
  error: { tone: "danger", word: "エラー" },
};

/** 画面の上に出す知らせ。消えない（法手続なので、読む前に消えてはならない）。 */
export function NotificationBanner({
  kind,
  title,
  children,
  announce = false,
  headingLevel = 2,
}: NotificationBannerProps) {
  const { tone, word } = kinds[kind];
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      role={announce ? (kind === "error" ? "alert" : "status") : undefined}
      aria-label={`${word}：${title}`}
      className={classNames("mb-6 rounded-8 border-2 border-l-8 bg-white px-4 py-3", toneBorder[tone])}
    >
      <Heading className="flex items-start gap-2 text-std-17B-170">
        <ToneIcon tone={tone} className={`mt-0.5 size-6 shrink-0 ${toneText[tone]}`} />
        <span>
          <VisuallyHidden>{word}：</VisuallyHidden>
          {title}
        </span>
      </Heading>
      {children !== undefined && <div className="mt-1 pl-8 text-std-16N-170">{children}</div>}
    </section>
  );
}
