import { useState } from "react";
import { useHydrated } from "../hydrated.ts";
import { Button } from "./Button.tsx";

export type CopyableCodeProps = {
  /** 写す文字（受付番号、認定番号など）。 */
  readonly value: string;
  /** 「受付番号」など、何の値か。 */
  readonly label: string;
};

/** 写しやすい符号。押すだけで全体が選べ、JavaScript が動けば写すボタンが付く。 */
export function CopyableCode({ value, label }: CopyableCodeProps) {
  const hydrated = useHydrated();
  const [refused, setRefused] = useState(false);
  const [copied, setCopied] = useState(false);
  // 平文の http では clipboard が無い。
  const available = hydrated && !refused && "clipboard" in navigator;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <code className="rounded-4 bg-solid-gray-50 px-2 py-1 text-mono-16B-150 select-all">{value}</code>
      {available && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          onClick={() => {
            navigator.clipboard.writeText(value).then(
              () => setCopied(true),
              () => setRefused(true),
            );
          }}
        >
          {`${label}をコピー`}
        </Button>
      )}
      <output className="text-dns-14N-130">{copied ? "コピーしました" : ""}</output>
    </span>
  );
}
