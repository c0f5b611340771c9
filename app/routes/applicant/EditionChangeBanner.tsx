import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import type { ApplicationView } from "./application-view.server.ts";

type Change = NonNullable<ApplicationView["editionChange"]>;

/** 書いている途中に決まりが変わったことの知らせ。確かめたら、もう出さない。 */
export function EditionChangeBanner({ change }: { readonly change: Change }) {
  return (
    <NotificationBanner kind="warning" title={`決まりが変わりました（${change.label}）`}>
      <p>
        {change.effectiveFrom}から、新しい規則集で受け付けています。この計画では、次のことが変わりました。
      </p>
      <ul className="mt-2 list-disc pl-6">
        {change.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" className="mt-3">
        <input type="hidden" name="editionId" value={change.editionId} />
        <Button type="submit" variant="secondary">
          変更を確かめました
        </Button>
      </form>
    </NotificationBanner>
  );
}
