import { confirmationsPath } from "./confirmations/paths.ts";
import { companyPath } from "./paths.ts";

/** 会社の入口の終わりの行き先。エントリーは知らせの受け方を変えられず、アカウントを見られるのはプライムだけ。 */
export const CompanyLinks = ({
  companyKey,
  entry,
  prime,
}: {
  readonly companyKey: string;
  readonly entry: boolean;
  readonly prime: boolean;
}) => (
  <>
    <p className="mt-10">
      <a className="link" href={confirmationsPath(companyKey)}>
        設備の投資計画の確認（B・D・E類型の確認書）
      </a>
    </p>
    {!entry && (
      <p className="mt-4">
        <a className="link" href={`${companyPath(companyKey)}/notifications`}>
          メールの知らせの受け方を変える
        </a>
      </p>
    )}
    {prime && (
      <p className="mt-4">
        <a className="link" href={`${companyPath(companyKey)}/accounts`}>
          会社のアカウントを確かめる
        </a>
      </p>
    )}
  </>
);
