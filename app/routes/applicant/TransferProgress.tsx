import { formatBytes } from "#app/domain/attachment/attachment-limits.ts";

/** 送っている途中の量（バイト）。 */
export type Moving = { readonly sent: number; readonly total: number; readonly waiting: boolean };

/** 送った量を、目でも読み上げでも分かるように示す。 */
export function TransferProgress({ moving }: { readonly moving: Moving }) {
  const { sent, total, waiting } = moving;
  return (
    <div className="max-w-[42rem]">
      <p>{waiting ? "接続が切れました。つながると、続きから送ります。" : "送っています。"}</p>
      <progress
        className="mt-1 block h-3 w-full"
        aria-label="送った量"
        value={sent}
        max={Math.max(total, 1)}
      />
      <p aria-hidden="true" className="text-dns-14N-130 tabular-nums">
        {formatBytes(sent)}／{formatBytes(total)}
      </p>
    </div>
  );
}
