import { useEffect, useState } from "react";
import { LEASE_RENEW_SECONDS } from "#app/domain/plan/section-lease.ts";
import type { LeaseRenewal, PageLease } from "./lease-answer.ts";

export type LeaseNotice =
  | { readonly kind: "none" }
  /** 同じ人が、別の画面でも開いている。 */
  | { readonly kind: "alsoOpen" }
  /** ほかの人が編集している、又は引き継いだ。 */
  | { readonly kind: "taken"; readonly holder: string };

const REMEMBERED = "portal-section-tab";

/**
 * 編集している間、占有を延ばし、画面を離れるときに手放す。
 * @param url 占有の道筋
 */
export function useSectionLease(url: string, lease: PageLease): LeaseNotice {
  const { kind, tabId } = lease;
  const alsoOpenIn = lease.kind === "editing" ? lease.alsoOpenIn : null;
  const holder = lease.kind === "held" ? lease.holder : null;
  const [notice, setNotice] = useState<LeaseNotice>(
    holder === null ? { kind: "none" } : { kind: "taken", holder },
  );

  useEffect(() => {
    // 読み直したこの窓の前の画面は、別の画面ではない。
    const elsewhere = alsoOpenIn !== null && alsoOpenIn !== sessionStorage.getItem(REMEMBERED);
    const told = elsewhere ? setTimeout(() => setNotice({ kind: "alsoOpen" })) : undefined;
    sessionStorage.setItem(REMEMBERED, tabId);
    const renew = async (): Promise<void> => {
      const answer = await post(url, tabId, "renew");
      if (answer !== null)
        setNotice((before) =>
          answer.kind === "editing"
            ? before.kind === "alsoOpen"
              ? before
              : { kind: "none" }
            : answer.self
              ? { kind: "alsoOpen" }
              : { kind: "taken", holder: answer.holder },
        );
    };
    const timer = setInterval(() => void renew(), LEASE_RENEW_SECONDS * 1000);
    const release = (): void => {
      const body = new FormData();
      body.set("tab", tabId);
      body.set("intent", "release");
      navigator.sendBeacon(url, body);
    };
    if (kind === "editing") window.addEventListener("pagehide", release);
    return () => {
      clearTimeout(told);
      clearInterval(timer);
      window.removeEventListener("pagehide", release);
    };
  }, [url, kind, tabId, alsoOpenIn]);

  return notice;
}

/** @returns 答えが得られなければ null（次の回に任せる） */
async function post(url: string, tabId: string, intent: string): Promise<LeaseRenewal | null> {
  const body = new FormData();
  body.set("tab", tabId);
  body.set("intent", intent);
  try {
    const response = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } });
    return response.ok ? ((await response.json()) as LeaseRenewal) : null;
  } catch {
    return null;
  }
}
