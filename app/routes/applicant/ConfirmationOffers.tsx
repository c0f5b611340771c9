import { CONFIRMATION_SUGGESTIONS } from "#app/domain/plan/sections/equipment.ts";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import type { OfferedConfirmation } from "#app/usecases/confirmations/plan-confirmations.server.ts";
import { confirmationsPath } from "./confirmations/paths.ts";

/** この計画で使える自社の確認書。番号の欄の候補にもなる。 */
export function ConfirmationOffers({
  companyKey,
  offers,
}: {
  readonly companyKey: string;
  readonly offers: readonly OfferedConfirmation[];
}) {
  const page = (
    <a className="link" href={confirmationsPath(companyKey)}>
      投資計画の確認
    </a>
  );
  return (
    <InlineHint>
      {offers.length === 0 ? (
        <p>
          B・D・E類型の設備には、申請の前に経済産業局の確認書が要ります。確認書は「{page}」から受けられます。
        </p>
      ) : (
        <>
          <p>
            この計画で使える確認書です。番号を「証明書等の文書番号」の欄で選ぶか、写してください。（{page}）
          </p>
          <ul className="list-disc pl-6">
            {offers.map(({ number, type, planName }) => (
              <li key={number}>
                {number}（{type}類型、{planName}）
              </li>
            ))}
          </ul>
        </>
      )}
      <datalist id={CONFIRMATION_SUGGESTIONS}>
        {offers.map(({ number, type, planName }) => (
          <option key={number} value={number}>
            {type}類型　{planName}
          </option>
        ))}
      </datalist>
    </InlineHint>
  );
}
