/**
 * 区画の編集の占有（リース）。同時に書く人を減らすための案内で、保存を止める力はない
 * （止めるのは版の比べ合わせと突き合わせの役目）。
 */

/** 占有の長さと、延ばす間隔、見ている人が読み直す間隔（秒）。 */
export const LEASE_SECONDS = 45;
export const LEASE_RENEW_SECONDS = 15;
export const LIVE_VIEW_SECONDS = 5;

/** いま編集している人。 */
export type SectionLease = {
  readonly accountId: string;
  readonly holderName: string;
  /** どの画面（タブ）か。 */
  readonly tabId: string;
  /** UTC の ISO 文字列。 */
  readonly takenAt: string;
  readonly expiresAt: string;
};

/**
 * take: 画面を開いた（空きか、自分の別の画面からなら取る）。renew: 打っている間延ばす（空きか、自分の物だけ）。
 * takeOver: 編集している人から引き継ぐ。
 */
export type LeaseMode = "take" | "renew" | "takeOver";

export type LeaseWish = {
  readonly accountId: string;
  readonly holderName: string;
  readonly tabId: string;
  /** 今の瞬間。UTC の ISO 文字列。 */
  readonly at: string;
  readonly mode: LeaseMode;
};

export type LeaseAnswer =
  /** from は、譲り受けた相手（自分の別の画面を含む）。空いていたら null。 */
  | { readonly kind: "granted"; readonly lease: SectionLease; readonly from: SectionLease | null }
  /** 編集している人がいる。sameAccount なら、同じ人の別の画面。 */
  | { readonly kind: "held"; readonly lease: SectionLease; readonly sameAccount: boolean };

/** その占有がまだ効いているか。 */
export const isLive = (lease: SectionLease, at: string): boolean => lease.expiresAt > at;

/**
 * 占有を取る、延ばす、引き継ぐ。
 * @param current いまの占有。無ければ null
 */
export function decideLease(current: SectionLease | null, wish: LeaseWish): LeaseAnswer {
  const { accountId, holderName, tabId, at, mode } = wish;
  const live = current !== null && isLive(current, at) ? current : null;
  const sameAccount = live?.accountId === accountId;
  const own = sameAccount && live.tabId === tabId;
  const mayHave = live === null || own || mode === "takeOver" || (mode === "take" && sameAccount);
  if (!mayHave) return { kind: "held", lease: live, sameAccount };
  return {
    kind: "granted",
    from: own ? null : live,
    lease: {
      accountId,
      holderName,
      tabId,
      takenAt: own ? live.takenAt : at,
      expiresAt: new Date(Date.parse(at) + LEASE_SECONDS * 1000).toISOString(),
    },
  };
}
