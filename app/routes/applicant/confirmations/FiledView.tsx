import type { Requirement } from "#app/domain/confirmation/requirement.ts";
import type { ConfirmationStatus } from "#app/domain/confirmation/statuses.ts";
import { RequirementList } from "#app/ui/confirmation/RequirementList.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { SummaryList, type SummaryRow } from "#app/ui/primitives/SummaryList.tsx";
import { Timeline, type TimelineItem } from "#app/ui/primitives/Timeline.tsx";
import { confirmationLetterPath, confirmationPath, type ConfirmationPlace, evidencePath } from "./paths.ts";

/** 申請の後の様子: 確認書、提出した内容、計算、経過。 */
export function FiledView({
  page,
}: {
  readonly page: {
    readonly place: ConfirmationPlace;
    readonly status: ConfirmationStatus;
    readonly mayAct: boolean;
    readonly mayReceive: boolean;
    readonly letter: { readonly number: string; readonly confirmedOn: string } | null;
    readonly filed: {
      readonly officeName: string;
      readonly parts: readonly {
        readonly id: string;
        readonly title: string;
        readonly rows: readonly SummaryRow[];
      }[];
      readonly requirements: readonly Requirement[];
      readonly evidence: readonly {
        readonly id: string;
        readonly kindName: string;
        readonly fileName: string;
        readonly size: string;
      }[];
    };
    readonly timeline: readonly TimelineItem[];
  };
}) {
  const { place, status, letter, filed } = page;
  return (
    <>
      {letter !== null && (
        <DescriptionCard title="確認書">
          <p>
            番号 {letter.number}（{letter.confirmedOn}）
          </p>
          <p className="mt-2">
            この番号は、経営力向上計画の「設備」の欄で選べます。設備の取得の前に、計画の認定を受けてください。
          </p>
          {page.mayReceive && (
            <p className="mt-3">
              <ButtonLink href={confirmationLetterPath(place)}>確認書を受け取る（PDF）</ButtonLink>
            </p>
          )}
        </DescriptionCard>
      )}
      <p className="mt-4">提出先：{filed.officeName}</p>
      <SectionTitle>要件の計算</SectionTitle>
      <RequirementList requirements={filed.requirements} />
      {filed.parts.map((part) => (
        <section key={part.id} className="mt-8" aria-labelledby={`filed-${part.id}`}>
          <SectionTitle id={`filed-${part.id}`}>{part.title}</SectionTitle>
          <SummaryList rows={part.rows} />
        </section>
      ))}
      <SectionTitle>添付した書類</SectionTitle>
      {filed.evidence.length === 0 ? (
        <p>ありません。</p>
      ) : (
        <ul className="list-disc pl-6">
          {filed.evidence.map(({ id, kindName, fileName, size }) => (
            <li key={id}>
              {kindName}：
              <a className="link" href={`${evidencePath(place)}/${id}/file`}>
                {fileName}
              </a>
              （{size}）
            </li>
          ))}
        </ul>
      )}
      <SectionTitle>経過</SectionTitle>
      <Timeline items={page.timeline} />
      {status === "filed" && page.mayAct && (
        <p className="mt-8">
          <a className="link" href={`${confirmationPath(place)}/withdraw`}>
            この申請を取り下げる
          </a>
        </p>
      )}
    </>
  );
}
