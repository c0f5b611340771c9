import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import type { bouncesForCompany } from "#app/usecases/notifications/bounces.server.ts";
import { applicationPath } from "./paths.ts";

/** 申請の連絡先にメールが届かなかったこと。局が確かめるまで出る。 */
export function CompanyBounces({
  companyKey,
  bounces,
}: {
  readonly companyKey: string;
  readonly bounces: ReturnType<typeof bouncesForCompany>;
}) {
  return bounces.map(({ applicationId, receiptNumber, toAddress }) => (
    <NotificationBanner
      key={`${applicationId} ${toAddress}`}
      kind="warning"
      title="申請の担当者のメールアドレスに、お知らせが届きませんでした"
    >
      <p className="break-all">
        受付番号 {receiptNumber}　宛先 {toAddress}
      </p>
      <p>
        アドレスが正しいか確かめて、
        <a className="link" href={`${applicationPath({ companyKey, applicationId })}/messages`}>
          連絡の画面で局に知らせてください
        </a>
        。審査の結果などは、この画面でも確かめられます。
      </p>
    </NotificationBanner>
  ));
}
