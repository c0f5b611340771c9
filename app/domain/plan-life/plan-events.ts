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

/** 会社が示した、設備を取得したこと。同じ行の後の出来事が、前の出来事に替わる。 */
export type Acquisition = {
  /** 様式の設備の行の id。計画に書いていない設備では、新しい id。 */
  readonly row: string;
  readonly name: string;
  /** 引渡しを受けた日。YYYY-MM-DD */
  readonly acquiredOn: string;
  /** 取得価額の合計（円）。 */
  readonly priceYen: number;
  /** 計画に書いた設備か。 */
  readonly inPlan: boolean;
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
  | { readonly type: "plan.revoked.v1"; readonly data: { readonly on: string; readonly reason: string } }
  | {
      readonly type: "plan.surrenderFiled.v1";
      readonly data: { readonly requestId: string; readonly reason: string };
    }
  | {
      readonly type: "plan.surrenderRefused.v1";
      readonly data: { readonly requestId: string; readonly note: string };
    }
  | { readonly type: "plan.surrendered.v1"; readonly data: { readonly on: string; readonly reason: string } }
  | { readonly type: "plan.equipmentAcquired.v1"; readonly data: Acquisition }
  | {
      readonly type: "plan.acquisitionCancelled.v1";
      readonly data: { readonly row: string; readonly name: string };
    };
