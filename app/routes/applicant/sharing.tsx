import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDo } from "#app/domain/access/resolver.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { openSharing, setSharingConsent } from "#app/usecases/sharing/sharing-consent.server.ts";
import { applicationPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "情報の提供の同意 | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.viewOwn", async ({ param, url, useCase, actor }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const opened = await openSharing(useCase, place);
  if (!opened.ok) throw refusalResponse(opened.error);
  const { given, applies, history } = opened.value;
  return {
    place,
    given,
    applies,
    mayChoose: mayDo(actor, "sharing.consent", { companyKey: place.companyKey }).allowed,
    done: url.searchParams.has("done"),
    history: history.map((one, index) => ({
      key: String(index),
      at: formatTokyoInstant(one.at),
      given: one.given ? "同意した" : "同意しない",
      byName: one.byName,
    })),
  };
});

export const action = guarded("applicant", "sharing.consent", async ({ request, param, useCase, tools }) => {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const chosen = (await request.formData()).get("given");
  if (chosen !== "yes" && chosen !== "no")
    return data({ error: "同意するか、しないかを選んでください" }, { status: 422 });
  const set = await setSharingConsent(useCase, { ...place, given: chosen === "yes" });
  if (!set.ok) throw refusalResponse(set.error);
  tools.wakeWorker();
  throw redirect(`${applicationPath(place)}/sharing?done=1`);
});

export default function Sharing() {
  const { place, given, applies, mayChoose, done, history } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent === undefined ? [] : [sent.error];
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "申請と認定", href: `/c/${place.companyKey}` },
          { label: "認定申請", href: applicationPath(place) },
          { label: "情報の提供の同意" },
        ]}
      />
      {done && <NotificationBanner kind="success" title="同意の有無を保存しました" announce />}
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "given" }))} />
      <PageTitle
        title="情報の提供の同意"
        lead="認定を受けた計画の情報を、ミラサポコネクトなどの国の仕組みに渡してよいかを選びます。"
      />
      <ul className="mb-6 list-disc pl-6">
        <li>
          渡すのは、認定の番号と日付、事業者の名称と所在地の都道府県、指針、指標・実施事項・設備等の内容、認定通知書です。担当者の氏名や連絡先は渡しません。
        </li>
        <li>
          渡す先は、経済産業省、中小企業庁とその委託先などです。渡した記録は、国の監査の記録に残ります。
        </li>
        <li>経済産業局だけに電子申請し、認定を受けた計画に限ります。</li>
        <li>同意は任意です。同意しなくても、審査や認定に影響はありません。</li>
        <li>いつでも取りやめられます。取りやめると、すぐに渡すのをやめ、渡した先に消すよう知らせます。</li>
      </ul>
      {applies === false && (
        <InlineHint>
          この申請は経済産業局だけに提出したものではないため、同意しても渡すことはありません。
        </InlineHint>
      )}
      {mayChoose ? (
        <form method="post" noValidate className="mt-6">
          <Radios
            id="given"
            name="given"
            label="情報の提供"
            required
            options={[
              { value: "yes", label: "同意する" },
              { value: "no", label: "同意しない" },
            ]}
            defaultValue={given === null ? "" : given ? "yes" : "no"}
            errors={errors}
          />
          <Button>保存する</Button>
        </form>
      ) : (
        <InlineHint>GビズIDプライム又はメンバーの方が選べます。</InlineHint>
      )}
      {history.length > 0 && (
        <>
          <SectionTitle>これまでの選択</SectionTitle>
          <Table
            caption="これまでの選択"
            captionHidden
            variant="cards"
            rows={history}
            rowKey={({ key }) => key}
            columns={[
              { key: "at", header: "日時", rowHeader: true, cell: ({ at }) => at },
              { key: "given", header: "選択", cell: (row) => row.given },
              { key: "by", header: "選んだ人", cell: ({ byName }) => byName },
            ]}
          />
        </>
      )}
    </>
  );
}
