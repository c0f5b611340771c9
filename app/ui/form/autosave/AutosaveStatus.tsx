import type { AutosaveState } from "./autosave-queue.ts";

/** 保存の様子。読み上げは急かさず、欄の焦点を動かさない。 */
export function AutosaveStatus({
  status,
  unkept,
}: {
  readonly status: AutosaveState;
  readonly unkept: boolean;
}) {
  return (
    <output
      data-phase={status.phase}
      className="sticky bottom-0 block z-10 -mx-1 min-h-9 border-t border-solid-gray-300 bg-white px-1 py-1.5 text-dns-16N-130 text-solid-gray-800"
    >
      {words(status)}
      {unkept && status.phase !== "saved" && "（この端末には控えを残せません）"}
    </output>
  );
}

function words({ phase, savedAt, message }: AutosaveState): string {
  switch (phase) {
    case "idle":
      return "入力した内容は、ひとりでに保存されます。";
    case "waiting":
    case "saving":
      return "保存中…";
    case "saved":
      return `${savedAt ?? ""}に保存しました`;
    case "offline":
      return "オフラインです。入力はこの端末に残っています";
    case "failed":
      return "保存できませんでした。もう一度試します";
    case "signedOut":
      return "ログインが切れています。入力はこの端末に残っています";
    case "conflict":
      return "ほかの人の保存と重なっています。入力はこの端末に残っています";
    case "closed":
      return message ?? "この申請は、もう変えることができません。";
  }
}
