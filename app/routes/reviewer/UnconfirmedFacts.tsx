import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

/** 公表の値で確かめられていないこと。決定を止めはしない。 */
export function UnconfirmedFacts({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <NotificationBanner kind="warning" title="会社の値に、確かめていただきたい所があります">
      <ul className="list-disc pl-6">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
