import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Table } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { findCompanies } from "#app/usecases/companies/find-companies.server.ts";
import { currentRulebook } from "#app/usecases/context.ts";
import { companyPath } from "./paths.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "法人番号を調べる | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("applicant", "plan.draft", async ({ param, url, useCase, tools }) => {
  const { prefectures } = currentRulebook(useCase).rulebook;
  const name = url.searchParams.get("name");
  const prefecture = url.searchParams.get("prefecture") ?? "";
  const page = {
    companyKey: param("company"),
    name: name ?? "",
    prefecture,
    prefectures: [...prefectures].map(([value, { name: label }]) => ({ value, label })),
  };
  if (name === null) return data({ ...page, found: null, errors: [] });
  const found = await findCompanies(useCase, tools, {
    companyKey: param("company"),
    name,
    prefecture: prefectures.has(prefecture) ? prefecture : null,
  });
  if (found.ok)
    return data(
      { ...page, found: found.value, errors: [] },
      { status: found.value.kind === "limited" ? 429 : 200 },
    );
  if (found.error.kind !== "invalid") throw refusalResponse(found.error);
  return data({ ...page, found: null, errors: found.error.errors["name"] ?? [] }, { status: 400 });
});

export default function Directory() {
  const { companyKey, name, prefecture, prefectures, found, errors } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[{ label: "申請と認定", href: companyPath(companyKey) }, { label: "法人番号を調べる" }]}
      />
      <PageTitle
        title="法人番号を調べる"
        lead="共同申請者や、事業を引き継ぐ相手の会社の法人番号を、名称から探します。"
      />
      <ErrorSummary errors={errors.map((message) => ({ message, fieldId: "name" }))} />
      <form method="get" noValidate className="mb-8">
        <Input
          id="name"
          name="name"
          label="会社の名称（一部でも探せます）"
          help="「株式会社」などを除いた名称で探すと、見つかりやすくなります。"
          example="つばめ"
          defaultValue={name}
          errors={errors}
          maxLength={100}
        />
        <Select
          id="prefecture"
          name="prefecture"
          label="都道府県"
          options={prefectures}
          emptyLabel="全国"
          defaultValue={prefecture}
          width="sm"
        />
        <Button>探す</Button>
      </form>
      {found !== null && <Found found={found} />}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Found({ found }: { readonly found: NonNullable<Page["found"]> }) {
  switch (found.kind) {
    case "unavailable":
      return (
        <NotificationBanner kind="warning" title="いまは探せません" announce>
          <p>
            公表の情報を取得できませんでした。しばらくしてから、もう一度お試しください。番号が分かれば、そのまま入力して申請できます。
          </p>
        </NotificationBanner>
      );
    case "limited":
      return (
        <NotificationBanner kind="warning" title="続けて探せる回数を超えました" announce>
          <p>{Math.ceil(found.retryAfter / 60)}分ほどしてから、もう一度お試しください。</p>
        </NotificationBanner>
      );
    case "found":
      return (
        <>
          <Table
            caption="見つかった会社"
            variant="cards"
            rows={found.candidates}
            rowKey={({ corporateNumber }) => corporateNumber}
            empty={<EmptyState title="当てはまる会社は見つかりませんでした" />}
            columns={[
              {
                key: "name",
                header: "名称",
                rowHeader: true,
                cell: ({ name, closed }) => (
                  <>
                    {name} {closed && <Tag tone="warning">閉鎖</Tag>}
                  </>
                ),
              },
              {
                key: "number",
                header: "法人番号",
                nowrap: true,
                cell: ({ corporateNumber }) => corporateNumber,
              },
              { key: "location", header: "所在地", cell: ({ location }) => location },
            ]}
          />
          {found.more && (
            <InlineHint>ほかにもあります。名称を長くするか、都道府県を選んで絞ってください。</InlineHint>
          )}
        </>
      );
  }
}
