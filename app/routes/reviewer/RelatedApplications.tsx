import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { tokyoDay } from "#app/domain/calendar/tokyo.ts";
import type { DuplicateSign } from "#app/domain/plan/likely-duplicate.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import type { RelatedApplications as Related } from "#app/usecases/review/related-applications.server.ts";

const signWords = (sign: DuplicateSign): string =>
  sign.kind === "period" ? "実施時期が重なる" : `同じ設備がある（${sign.names.join("、")}）`;

/** 同じ会社のほかの申請。重なっていそうな手がかりを添える。 */
export function RelatedApplications({ related }: { readonly related: Related }) {
  const { shown, elsewhere } = related;
  if (shown.length === 0 && elsewhere === 0) return null;
  return (
    <>
      <SectionTitle>この会社のほかの申請</SectionTitle>
      <ul className="mb-4 flex flex-col gap-3">
        {shown.map((one) => (
          <li key={one.id}>
            <a className="link" href={`/review/applications/${one.id}`}>
              {one.receiptNumber}
            </a>{" "}
            <StatusTag status={one.status} />
            <p className="text-dns-14N-130 text-solid-gray-700">
              申請日 {formatJapaneseDate(tokyoDay(one.filedAt))}
            </p>
            {one.signs.map((sign) => (
              <p key={sign.kind} className="mt-1">
                <Tag tone="warning">確かめる</Tag> {signWords(sign)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p>ほかの局にも、この会社の申請が{elsewhere}件あります。</p>}
    </>
  );
}
