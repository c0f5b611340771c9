import type { OutcomeNotice } from "#app/domain/eligibility/screening-outcomes.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { type Place, screeningPagePath } from "./paths.ts";

/** 結果の理由、いま行うこと、答えが違っていたときの進み方。 */
export function OutcomeSteps({ notice, place }: { readonly notice: OutcomeNotice; readonly place: Place }) {
  const { tone, title, reasons, nextSteps, alternatives } = notice;
  return (
    <>
      {tone === "success" ? (
        <p className="mb-4">この下書きで、計画を書き始められます。答えは後から変えられます。</p>
      ) : (
        <NotificationBanner kind={tone} title={title}>
          {reasons.map((reason) => (
            <p key={reason} className="mt-1 first:mt-0">
              {reason}
            </p>
          ))}
        </NotificationBanner>
      )}
      {nextSteps.length > 0 && (
        <>
          <SectionTitle>{tone === "success" ? "この様式で変わること" : "いま行うこと"}</SectionTitle>
          <ul className="list-disc space-y-1 pl-6">
            {nextSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      {alternatives.length > 0 && (
        <>
          <SectionTitle>答えが違っていたとき</SectionTitle>
          <p className="mb-3">当てはまるものを押すと、その答えに変えて先に進みます。</p>
          <ul className="space-y-3">
            {alternatives.map(({ question, value, label }) => (
              <li key={`${question}-${value}`}>
                <form method="post" action={screeningPagePath(place, question)}>
                  <input type="hidden" name="answer" value={value} />
                  <Button variant="secondary">{label}</Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
