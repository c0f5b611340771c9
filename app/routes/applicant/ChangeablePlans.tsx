import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { applicationPath, minorChangePath } from "./paths.ts";

export type ChangeablePlanWords = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly guideline: string;
  readonly certifiedOn: string;
  readonly period: string;
  readonly openChangeId: string | null;
};

/** 変えられる計画の一つずつ。書きかけの変更があれば、二つ目を作らずにそれを開く。 */
export function ChangeablePlans(props: {
  readonly companyKey: string;
  readonly intentKey: string;
  readonly plans: readonly ChangeablePlanWords[];
}) {
  const { companyKey, intentKey, plans } = props;
  return plans.map((plan) => (
    <DescriptionCard key={plan.id} title={`${plan.number}（第${plan.version}版）`}>
      <p>
        {plan.guideline !== "" && `${plan.guideline}。`}
        {plan.certifiedOn}に初めて認定。実施時期は{plan.period}。
      </p>
      {plan.openChangeId === null ? (
        <form method="post" className="mt-3">
          <input type="hidden" name="intentKey" value={intentKey} />
          <input type="hidden" name="plan" value={plan.id} />
          <Button name="from" value="portal">
            この計画を変える<span className="sr-only">（{plan.number}）</span>
          </Button>
        </form>
      ) : (
        <>
          <p className="mt-2">
            この計画には、まだ決まっていない変更認定申請があります。決まるまで、もう一つは始められません。
          </p>
          <p className="mt-3">
            <ButtonLink href={applicationPath({ companyKey, applicationId: plan.openChangeId })}>
              その変更認定申請を開く<span className="sr-only">（{plan.number}）</span>
            </ButtonLink>
          </p>
        </>
      )}
      <p className="mt-3">
        <a className="link" href={minorChangePath(companyKey, plan.id)}>
          代表者の交代など、軽微な変更を届け出る<span className="sr-only">（{plan.number}）</span>
        </a>
      </p>
    </DescriptionCard>
  ));
}
