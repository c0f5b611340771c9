/** 選んだ申請をまとめて進める。確かめる画面（何も変えない）から送り、一件ずつの結果を示す。 */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type BulkCommand, bulkCommands } from "#app/domain/worklist/bulk.ts";
import { guarded } from "#app/http/guard.server.ts";
import { demandFreshLogin } from "#app/http/step-up.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { bulkDryRun, type BulkItem, type Picked, runBulk } from "#app/usecases/review/bulk-command.server.ts";
import { BulkTable } from "./BulkTable.tsx";
import { DeputyHint } from "./DeputyHint.tsx";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "まとめて進める | 経営力向上計画 電子申請ポータル" }];

const words: Readonly<
  Record<BulkCommand, { readonly title: string; readonly button: string; readonly lead: string }>
> = {
  accept: {
    title: "まとめて受理",
    button: "受理する",
    lead: "受理日は今日になります。申請者にメールで知らせ、標準処理期間を数え始めます。",
  },
  assign: {
    title: "まとめて自分の担当にする",
    button: "自分の担当にする",
    lead: "選んだ申請の審査を始めます。",
  },
  certify: {
    title: "まとめて認定",
    button: "認定する",
    lead: "起案のとおりに認定します。認定すると番号が決まり、通知書が作られ、申請者にメールで知らせます。決めた後は取り消せません。",
  },
};

const commandOf = (value: unknown): BulkCommand => bulkCommands.find((one) => one === value) ?? "accept";

const pickedOf = (values: readonly unknown[]): readonly Picked[] =>
  values.flatMap((value) => {
    const read = typeof value === "string" ? /^([\w-]{1,60}):(\d{1,9})$/u.exec(value) : null;
    return read === null ? [] : [{ applicationId: read[1] ?? "", version: Number(read[2]) }];
  });

export const loader = guarded("staff", "review.list", async ({ url, useCase, actor, tools }) => {
  const command = commandOf(url.searchParams.get("do"));
  const picked = pickedOf(url.searchParams.getAll("pick"));
  const checked = await bulkDryRun(useCase, tools.pdf, command, picked);
  if (!checked.ok) throw refusalResponse(checked.error);
  return {
    command,
    back: `/review?${url.searchParams.get("back") ?? ""}`,
    key: useCase.newId(),
    items: checked.value,
    deputy:
      command === "certify"
        ? (actor.assignments.flatMap(({ standsInFor }) => standsInFor?.name ?? [])[0] ?? null)
        : null,
  };
});

export const action = guarded("staff", "review.list", async (guard) => {
  const { request, useCase, tools } = guard;
  const form = await submittedForm(request.clone());
  const command = commandOf(form.get("do"));
  if (command === "certify") await demandFreshLogin(guard, "review.certify", "staff");
  const done = await runBulk(useCase, tools.pdf, command, {
    picked: pickedOf(form.getAll("pick")),
    left: pickedOf(form.getAll("left")),
    key: typedText(form, "key").slice(0, 80),
  });
  if (!done.ok) throw refusalResponse(done.error);
  tools.wakeWorker();
  return data({ items: done.value });
});

export default function Bulk() {
  const { command, back, key, items, deputy } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.items;
  const { title, button, lead } = words[command];
  const ready = items.filter(({ obstacle }) => obstacle === null);
  return (
    <>
      <Breadcrumbs items={[{ label: "審査の一覧", href: "/review" }, { label: title }]} />
      <PageTitle title={title} lead={done === undefined ? lead : undefined} />
      {done === undefined && <DeputyHint manager={deputy} />}
      {done === undefined && ready.length < items.length && (
        <NotificationBanner
          kind="warning"
          title={`${items.length}件のうち${items.length - ready.length}件はできません`}
        >
          <p>できない申請は、そのままにします。残りの{ready.length}件だけを進めます。</p>
        </NotificationBanner>
      )}
      {done !== undefined && <Outcome items={done} />}
      <BulkTable items={done ?? items} done={done !== undefined} />
      <form method="post" className="mt-6">
        <input type="hidden" name="do" value={command} />
        <input type="hidden" name="key" value={key} />
        {items.map((item) => (
          <input
            key={item.applicationId}
            type="hidden"
            name={item.obstacle === null ? "pick" : "left"}
            value={`${item.applicationId}:${item.version}`}
          />
        ))}
        <ButtonGroup>
          {done === undefined && ready.length > 0 && <Button>{`${ready.length}件を${button}`}</Button>}
          <ButtonLink href={back} variant={done === undefined ? "tertiary" : "secondary"}>
            一覧へ戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}

function Outcome({ items }: { readonly items: readonly BulkItem[] }) {
  const failed = items.filter(({ obstacle }) => obstacle !== null).length;
  return (
    <NotificationBanner
      kind={failed === 0 ? "success" : "warning"}
      title={`${items.length - failed}件が終わりました${failed === 0 ? "" : `。${failed}件はできませんでした`}`}
      announce
    />
  );
}
