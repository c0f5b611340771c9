/** 認定の後の計画に起きたこと。plan_events に追記し、計画の歩みとして見せる。 */

import type { MinorChange } from "./minor-change.ts";

/** 認定された版。 */
type CertifiedVersion = {
  readonly version: number;
  /** 認定通知書の文書番号。 */
  readonly number: string;
  /** YYYY-MM-DD */
  readonly certifiedOn: string;
};

export type PlanEvent =
  | {
      readonly type: "plan.certified.v1";
      readonly data: CertifiedVersion & { readonly applicationId: string };
    }
  | { readonly type: "plan.enteredFromPaper.v1"; readonly data: CertifiedVersion }
  | {
      readonly type: "plan.changed.v1";
      readonly data: CertifiedVersion & { readonly applicationId: string };
    }
  | { readonly type: "plan.minorChangeNotified.v1"; readonly data: MinorChange }
  | { readonly type: "plan.revoked.v1"; readonly data: { readonly on: string; readonly reason: string } };
