import type { ReactNode } from "react";

export type SectionTitleProps = {
  readonly level?: 2 | 3 | 4 | undefined;
  readonly id?: string | undefined;
  readonly children: ReactNode;
  /** 見出しの右に置くリンクや札。 */
  readonly aside?: ReactNode;
};

const looks = { 2: "text-std-22B-150", 3: "text-std-18B-160", 4: "text-std-16B-170" } as const;

/** h2 以下の見出し。 */
export function SectionTitle({ level = 2, id, children, aside }: SectionTitleProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="mt-8 mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 first:mt-0">
      <Heading id={id} className={looks[level]}>
        {children}
      </Heading>
      {aside}
    </div>
  );
}
