import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { closureWords } from "#app/domain/company-facts/company-facts.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { draftProgress, listCompany } from "#app/usecases/applications/list-company.server.ts";
import { startApplication } from "#app/usecases/applications/start-application.server.ts";
import { blockingClosure } from "#app/usecases/companies/closed-company.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { applicationPath, companyPath, screeningPagePath, startChangePath } from "./paths.ts";

export const handle = { scripts: false };

export const loader = guarded("applicant", "plan.draft", async ({ param, useCase }) => {
  const home = await listCompany(useCase, param("company"));
  if (!home.ok) throw refusalResponse(home.error);
  const closure = await blockingClosure(useCase, param("company"));
  const progress = await draftProgress(useCase, home.value);
  return {
    companyKey: param("company"),
    name: home.value.company.name,
    source: home.value.company.source,
    intentKey: useCase.newId(),
    closed: closure === null ? null : closureWords(closure, formatJapaneseDate),
    drafts: home.value.applications
      .filter((row) => row.status === "draft")
      .map((row) => ({
        id: row.id,
        updatedAt: formatTokyoInstant(row.updatedAt),
        progress: progress.get(row.id) ?? null,
      })),
  };
});

export const action = guarded("applicant", "plan.draft", async ({ request, param, useCase }) => {
  const form = await request.formData();
  const intentKey = form.get("intentKey");
  const started = await startApplication(useCase, {
    companyKey: param("company"),
    intentKey: typeof intentKey === "string" && intentKey !== "" ? intentKey : useCase.newId(),
    anotherDraft: form.get("another") === "yes",
  });
  if (!started.ok) throw refusalResponse(started.error);
  const place = { companyKey: param("company"), applicationId: started.value.applicationId };
  // まだ答えていない最初の質問へ移る。
  return redirect(screeningPagePath(place));
});

export const meta = () => [{ title: "新しく申請する | 経営力向上計画 電子申請ポータル" }];

export default function Start() {
  const { companyKey, name, source, intentKey, drafts, closed } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[{ label: "申請と認定", href: companyPath(companyKey) }, { label: "新しく申請する" }]}
      />
      <PageTitle
        title="新しく申請する"
        lead="始めに、新規か変更か、認定を受けられるかなどを一つずつ伺います。答えは下書きに残ります。"
      />
      {drafts.map((draft) => (
        <DescriptionCard key={draft.id} title="書きかけの申請があります">
          <p>
            最後の変更は {draft.updatedAt} です。
            {draft.progress !== null && `完了 ${draft.progress.done} / ${draft.progress.total}。`}
            続きから書けます。
          </p>
          <p className="mt-3">
            <ButtonLink href={applicationPath({ companyKey, applicationId: draft.id })}>
              書きかけの続きを書く
            </ButtonLink>
          </p>
        </DescriptionCard>
      ))}
      <p className="mt-4">
        認定を受けた計画に設備や実施事項を足す、実施時期を延ばすなどのときは、新規ではなく
        <a className="link" href={startChangePath(companyKey)}>
          変更の認定を申請
        </a>
        します。
      </p>
      <h2 className="mt-6 text-std-20B-150">用意するもの</h2>
      <ul className="mt-2 list-disc pl-6">
        <li>直近の決算書（貸借対照表、損益計算書）</li>
        <li>計画で行うことと、目標の数字</li>
        <li>税制の措置を使うときは、設備の見積りと工業会等の証明書（又は経済産業局の確認書）</li>
      </ul>
      <p className="mt-4">
        {name} の名称や住所は、{source}{" "}
        の登録内容から入れてあります。違うときは直せます。下書きは途中で閉じても残ります。
      </p>
      {closed === null ? (
        <form method="post" className="mt-6">
          <input type="hidden" name="intentKey" value={intentKey} />
          {drafts.length > 0 && <input type="hidden" name="another" value="yes" />}
          <Button variant={drafts.length > 0 ? "secondary" : "primary"}>
            {drafts.length > 0 ? "書きかけとは別に、新しい下書きを作る" : "下書きを作る"}
          </Button>
        </form>
      ) : (
        <NotificationBanner kind="error" title="新しい申請を始められません">
          <p>公表の情報では、{closed}。公表の内容が違うときは、ヘルプの窓口にお問い合わせください。</p>
        </NotificationBanner>
      )}
    </>
  );
}
