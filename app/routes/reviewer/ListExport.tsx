import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";

/** 画面の一覧と同じ条件・並び・列の書出し。 */
export function ListExport({ kept }: { readonly kept: string }) {
  const href = (format: string): string => `/review/export?format=${format}${kept === "" ? "" : "&"}${kept}`;
  return (
    <div className="print-hidden mt-6 flex flex-wrap items-center gap-3">
      <span className="text-dns-16N-130">この一覧の全部の行を</span>
      <ButtonLink href={href("csv")} variant="secondary" size="small">
        CSV に書き出す
      </ButtonLink>
      <ButtonLink href={href("xlsx")} variant="secondary" size="small">
        Excel（XLSX）に書き出す
      </ButtonLink>
      <a href="/review/exports" className="link text-dns-16N-130">
        頼んだ書出しを見る
      </a>
    </div>
  );
}
