import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { ConsultationDetails } from "./ConsultationDetails.tsx";
import type { ConsultationsView, ConsultationView } from "./consultation-view.server.ts";

/** ほかの局に求めた意見と、共管の同意。求めるものも求められるものもなければ何も出さない。 */
export function ConsultationsPanel({
  id,
  consultations,
}: {
  readonly id: string;
  readonly consultations: ConsultationsView;
}) {
  const { list, missing, mayAsk, mayOverride, answerable } = consultations;
  if (list.length === 0 && missing === null && !mayAsk) return null;
  const page = (name: string): string => `/review/applications/${id}/${name}`;
  return (
    <>
      <SectionTitle id="consultations">意見照会・共管の同意</SectionTitle>
      {missing !== null && <InlineHint tone="warning">{missing}</InlineHint>}
      {list.length === 0 && missing === null && <p className="mb-4">ほかの局に求めたことはありません。</p>}
      {list.map((one) => (
        <DescriptionCard
          key={one.id}
          headingLevel={3}
          title={titleOf(one)}
          aside={<Tag tone={one.standing.tone}>{one.standing.word}</Tag>}
          actions={
            one.waiting && (mayAsk || answerable.includes(one.id)) ? (
              <Actions one={one} page={page} mayAsk={mayAsk} mayAnswer={answerable.includes(one.id)} />
            ) : undefined
          }
        >
          <ConsultationDetails consultation={one} />
        </DescriptionCard>
      ))}
      {(mayAsk || mayOverride) && (
        <p className="print-hidden mb-6 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
          {mayAsk && (
            <ButtonLink href={page("consult")} variant="secondary">
              ほかの局に求める
            </ButtonLink>
          )}
          {mayOverride && (
            <ButtonLink href={page("certify")} variant="tertiary">
              同意がそろわないまま認定する
            </ButtonLink>
          )}
        </p>
      )}
    </>
  );
}

const titleOf = ({ kind, officeName, ministry }: ConsultationView): string =>
  `${kind}：${officeName}（${ministry}）`;

function Actions({
  one,
  page,
  mayAsk,
  mayAnswer,
}: {
  readonly one: ConsultationView;
  readonly page: (name: string) => string;
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
}) {
  return (
    <>
      {mayAnswer && <ButtonLink href={page(`consultations/${one.id}`)}>回答する</ButtonLink>}
      {mayAsk && (
        <a className="link" href={page(`consultations/${one.id}/withdraw`)}>
          {one.officeName}への{one.kind}を取り下げる
        </a>
      )}
    </>
  );
}
