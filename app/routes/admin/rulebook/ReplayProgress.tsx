import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import type { ReplayRun } from "./replay-view.server.ts";

/** 進んでいる再計算。閉じても進む。 */
export function ReplayProgress({ run, href }: { readonly run: ReplayRun; readonly href: string }) {
  const { done, total, started } = run;
  return (
    <section aria-labelledby="running" className="mb-8 rounded-12 border border-solid-gray-300 p-4">
      <h2 id="running" className="text-std-18B-160">
        再計算しています
      </h2>
      <p>{`始めた人　${started}`}</p>
      <progress
        className="mt-3 block h-3 w-full max-w-[42rem]"
        aria-label="読み比べた申請"
        value={done}
        max={Math.max(total, 1)}
      />
      <p className="mt-1 tabular-nums">
        {`${total.toLocaleString("ja-JP")}件のうち${done.toLocaleString("ja-JP")}件を読み比べました。この画面を閉じても進みます。`}
      </p>
      <form method="post" action={href}>
        <ButtonGroup>
          <ButtonLink href={href} variant="secondary">
            今の進みを見る
          </ButtonLink>
          <Button variant="tertiary" name="command" value="cancel">
            やめる
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
