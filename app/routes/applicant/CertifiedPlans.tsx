import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import type { CertifiedPlanWords } from "./screening-words.ts";

/** このポータルが知っている、認定を受けた計画。紙で受けた認定はここに出ない。 */
export function CertifiedPlans({ plans }: { readonly plans: readonly CertifiedPlanWords[] }) {
  if (plans.length === 0) return null;
  return (
    <InlineHint>
      <p>このポータルで認定を受けた計画があります。</p>
      <ul className="mt-1 list-disc pl-6">
        {plans.map((plan) => (
          <li key={plan.number}>
            認定番号 {plan.number}（{plan.certifiedOn}認定）：実施時期は{plan.end}まで
            {plan.running ? "で、続いています" : "で、終わりました"}
          </li>
        ))}
      </ul>
    </InlineHint>
  );
}
