import type { ReactNode } from "react";

export type TwoColumnProps = {
  readonly children: ReactNode;
  readonly aside: ReactNode;
  /** 脇の欄の名前（読み上げ用）。 */
  readonly asideLabel: string;
};

/** 本文と脇の欄。狭い画面では脇が下に来る。 */
export function TwoColumn({ children, aside, asideLabel }: TwoColumnProps) {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">{children}</div>
      <section aria-label={asideLabel} className="min-w-0">
        {aside}
      </section>
    </div>
  );
}
