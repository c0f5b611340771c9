/** 区画の編集の占有: 一人にだけ渡り、期限で空き、引き継げる。 */
import { describe, expect, it } from "vitest";
import {
  decideLease,
  LEASE_SECONDS,
  type LeaseMode,
  type SectionLease,
} from "#app/domain/plan/section-lease.ts";

const AT = "2026-12-01T01:00:00.000Z";
const later = (seconds: number): string => new Date(Date.parse(AT) + seconds * 1000).toISOString();
const held = (accountId: string, tabId: string): SectionLease => ({
  accountId,
  holderName: "小田",
  tabId,
  takenAt: AT,
  expiresAt: later(LEASE_SECONDS),
});
const wish = (mode: LeaseMode, at = later(10)) => ({
  accountId: "me",
  holderName: "髙橋 健一",
  tabId: "tab-1",
  at,
  mode,
});

describe.each<[string, SectionLease | null, Record<LeaseMode, boolean>]>([
  ["空き", null, { take: true, renew: true, takeOver: true }],
  ["自分のこの画面", held("me", "tab-1"), { take: true, renew: true, takeOver: true }],
  ["自分の別の画面", held("me", "tab-2"), { take: true, renew: false, takeOver: true }],
  ["ほかの人", held("other", "tab-1"), { take: false, renew: false, takeOver: true }],
])("%sの占有", (_name, current, granted) => {
  it.each(["take", "renew", "takeOver"] as const)("%s", (mode) => {
    const answer = decideLease(current, wish(mode));
    expect(answer.kind).toBe(granted[mode] ? "granted" : "held");
    if (answer.kind === "granted")
      expect(answer.lease).toMatchObject({
        accountId: "me",
        tabId: "tab-1",
        expiresAt: later(10 + LEASE_SECONDS),
      });
    else expect(answer.sameAccount).toBe(current?.accountId === "me");
  });
});

it("期限の切れた占有は、誰でも取れる", () => {
  const answer = decideLease(held("other", "tab-9"), wish("renew", later(LEASE_SECONDS)));
  expect(answer).toMatchObject({ kind: "granted", from: null });
});

it("引き継いだ相手が分かり、延ばしても始めた時は変わらない", () => {
  expect(decideLease(held("other", "tab-9"), wish("takeOver"))).toMatchObject({
    from: { holderName: "小田" },
  });
  expect(decideLease(held("me", "tab-1"), wish("renew"))).toMatchObject({
    from: null,
    lease: { takenAt: AT },
  });
});
