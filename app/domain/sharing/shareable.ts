/**
 * 認定した計画を連携先（ミラサポコネクトなど）に渡してよいか。
 * 申請者の個別の同意があり、経済産業局だけに電子申請され、令和7年4月以後に認定されたものに限る
 * （中小企業庁の関連事業データ利活用ポリシー、調達仕様書）。
 */
import type { CivilDate } from "../calendar/civil-date.ts";

/** 同意の対象になる認定の初めの日。 */
const SHARED_SINCE = "2025-04-01" as CivilDate;
const SHARED_MINISTRY = "経済産業省";

/** 同意を求めるときに示す説明の版。文を変えたら進め、前の版の同意と区別する。 */
export const SHARING_POLICY_VERSION = "2026-11";

export type ShareableFacts = {
  /** 最後に示した意思。まだなら null。 */
  readonly consented: boolean | null;
  readonly ministry: string | null;
  /** 複数の省庁が所管する（共管の）計画か。 */
  readonly joint: boolean;
  /** 認定日。まだなら null。 */
  readonly certifiedOn: CivilDate | null;
};

/** 渡せない理由。 */
export type NotShared = "notCertified" | "otherMinistry" | "joint" | "beforeSharing" | "noConsent";

/** @returns 渡してよければ null */
export function notShared(facts: ShareableFacts): NotShared | null {
  if (facts.certifiedOn === null) return "notCertified";
  if (facts.ministry !== SHARED_MINISTRY) return "otherMinistry";
  if (facts.joint) return "joint";
  if (facts.certifiedOn < SHARED_SINCE) return "beforeSharing";
  return facts.consented === true ? null : "noConsent";
}

/** 同意すれば渡すことになる申請か。局が決まる前は null として渡さない。 */
export const mayConsent = ({ ministry, joint }: Pick<ShareableFacts, "ministry" | "joint">): boolean =>
  ministry === SHARED_MINISTRY && !joint;
