import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { openPostalFiling } from "#app/usecases/papers/postal-form.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { applicationPath, postPdfPath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, useCase }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const filing = await openPostalFiling(useCase, place);
  if (filing.ok) return { place, filing: filing.value };
  if (filing.error.kind === "notReady") throw redirect(`${applicationPath(place)}/check`);
  throw refusalResponse(filing.error);
});

export const meta = () => [{ title: "印刷して郵送する | 経営力向上計画 電子申請ポータル" }];

export default function Post() {
  const { place, filing } = useLoaderData<typeof loader>();
  const { companyName, office, addressee, postalCode, address, enclosures } = filing;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${place.companyKey}` },
          { label: "認定申請", href: applicationPath(place) },
          { label: "印刷して郵送する" },
        ]}
      />
      <PageTitle
        title="印刷して郵送する"
        lead="この計画の提出先は、電子申請を受け付けていません。ここで作った申請書を印刷し、郵送で申請します。"
      />
      <NotificationBanner kind="info" title="このポータルからは送られません">
        <p>
          郵送した申請の受付、お問い合わせ、認定通知書は、提出先から直接届きます。このポータルの受付番号は付きません。
        </p>
      </NotificationBanner>
      <SummaryList
        rows={[
          { key: "company", label: "申請する事業者", value: companyName },
          { key: "office", label: "提出先", value: office },
          { key: "addressee", label: "宛先", value: `${addressee} 殿` },
          {
            key: "address",
            label: "郵送先の住所",
            value:
              address === ""
                ? "登録がありません。提出先のホームページや電話で確かめてください。"
                : `〒${postalCode} ${address}`,
          },
        ]}
      />
      <SectionTitle>郵送の手順</SectionTitle>
      <ol className="list-decimal space-y-3 pl-6">
        <li>
          下のボタンで申請書（PDF）を開き、A4
          の用紙に片面で印刷します。1枚目は宛先の頁で、その次からが申請書です。
        </li>
        <li>申請書の1頁目の日付に、郵送する日を手で書き入れます。押印の欄はありません。</li>
        {address === "" && <li>宛先の頁の「〒」と「住所」に、郵送先を手で書き入れます。</li>}
        <li>
          同封する書類をそろえます。
          {enclosures.length === 0 ? (
            <>申請書のほかに要る書類はありません。</>
          ) : (
            <ul className="mt-2 list-disc pl-6">
              {enclosures.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
        </li>
        <li>
          宛先の頁をいちばん上にして封筒に入れます。三つ折りにすると、長形3号の窓あき封筒の窓から宛先が見えます（端の印が折り目です）。枚数が多いときは、角形2号の封筒に折らずに入れ、宛先を書き写してください。
        </li>
        <li>申請書の控えとして、印刷した物の写しか PDF を手元に残し、記録の残る方法で郵送します。</li>
      </ol>
      <ButtonGroup>
        <ButtonLink href={postPdfPath(place)}>印刷する申請書（PDF）を開く</ButtonLink>
        <ButtonLink href={`${applicationPath(place)}/check`} variant="secondary">
          内容の確認に戻る
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
