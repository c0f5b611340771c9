import { LEASE_RENEW_SECONDS } from "#app/domain/plan/section-lease.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import type { PageHold } from "./record-hold.server.ts";

/** いま審査している人。script が動けば、開いている間その名前を保ち、引き継がれたら知らせる。 */
export function HoldBar({ id, hold }: { readonly id: string; readonly hold: PageHold | null }) {
  if (hold === null) return null;
  const path = `/review/applications/${id}/lease`;
  return (
    <div
      aria-live="polite"
      data-lease={path}
      data-lease-tab={hold.tabId}
      data-lease-seconds={LEASE_RENEW_SECONDS}
      className="mb-4 print:hidden"
    >
      <div data-lease-mine hidden={!hold.mine}>
        <InlineHint tone="info">
          <p data-lease-message>{hold.mine ? hold.message : ""}</p>
        </InlineHint>
      </div>
      <div data-lease-other hidden={hold.mine}>
        <InlineHint tone="warning">
          <p data-lease-message>{hold.mine ? "" : hold.message}</p>
          <form method="post" action={path} className="mt-2">
            <Button variant="secondary" size="small">
              審査を引き継ぐ
            </Button>
          </form>
        </InlineHint>
      </div>
      <script src="/review-lease.js" defer />
    </div>
  );
}
