/** 新規の申請の認定から、計画・第1版・出来事の行を作る。認定の手続も、まとめて入れる口も、起動の時の補いも、ここを使う。 */
import type { ChangeBase } from "#app/domain/plan-life/change-base.ts";
import type { PlanEvent } from "#app/domain/plan-life/plan-events.ts";
import type { PlanMonths } from "#app/domain/plan-life/plan-months.ts";
import type { applications, certifications, planRequests, planVersions, plans } from "./schema/index.ts";

/** 書く出来事。番号と行為者は、書くときに付く。 */
type PlannedPlanEvent = { readonly planId: string; readonly event: PlanEvent };

type PlanChange = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly set: Partial<Omit<typeof plans.$inferInsert, "id" | "version">>;
};

/** 書込みの計画のうち、認定された計画の行。 */
export type PlanLifeRows = {
  readonly newPlans?: readonly (typeof plans.$inferInsert)[];
  /** 計画の変わった欄。版は書くときに一つ増える。 */
  readonly planChanges?: readonly PlanChange[];
  /** 届出。 */
  readonly newPlanRequests?: readonly (typeof planRequests.$inferInsert)[];
  /** 決まった届出。版が動いていたら断る。 */
  readonly planRequestChanges?: readonly {
    readonly id: string;
    readonly expectedVersion: number;
    readonly set: Partial<Omit<typeof planRequests.$inferInsert, "id" | "version">>;
  }[];
  readonly planVersions?: readonly (typeof planVersions.$inferInsert)[];
  readonly planEvents?: readonly PlannedPlanEvent[];
};

type FirstCertification = {
  readonly application: Pick<
    typeof applications.$inferInsert,
    "id" | "companyKey" | "guidelineId" | "prefecture"
  >;
  readonly certification: Pick<
    typeof certifications.$inferInsert,
    "number" | "certifiedOn" | "officeCode" | "createdAt"
  >;
  readonly months: PlanMonths;
};

/** @returns 計画の id は、申請の id と同じ */
export function firstVersionRows({ application, certification, months }: FirstCertification): {
  readonly plan: typeof plans.$inferInsert;
  readonly version: typeof planVersions.$inferInsert;
  readonly event: PlannedPlanEvent;
} {
  const { number, certifiedOn, officeCode, createdAt } = certification;
  const planId = application.id;
  return {
    plan: {
      id: planId,
      companyKey: application.companyKey,
      origin: "portal",
      guidelineId: application.guidelineId ?? null,
      officeCode,
      prefecture: application.prefecture ?? null,
      ...months,
      currentVersion: 1,
      number,
      certifiedOn,
      ended: null,
      version: 1,
      createdAt,
      updatedAt: createdAt,
    },
    version: {
      planId,
      version: 1,
      applicationId: application.id,
      kind: "new",
      number,
      certifiedOn,
      ...months,
      createdAt,
    },
    event: {
      planId,
      event: {
        type: "plan.certified.v1",
        data: { version: 1, number, certifiedOn, applicationId: application.id },
      },
    },
  };
}

/** 変更の認定から作る行。 */
type ChangeCertification = FirstCertification & { readonly base: ChangeBase };

/** @param plan 変える計画。いまの版の次の版を足す */
export function nextVersionRows(
  plan: Pick<typeof plans.$inferSelect, "id" | "currentVersion" | "version">,
  { application, certification, months }: ChangeCertification,
): PlanLifeRows {
  const { number, certifiedOn, officeCode, createdAt } = certification;
  const version = plan.currentVersion + 1;
  return {
    planChanges: [
      {
        id: plan.id,
        expectedVersion: plan.version,
        set: {
          currentVersion: version,
          number,
          guidelineId: application.guidelineId ?? null,
          officeCode,
          prefecture: application.prefecture ?? null,
          ...months,
        },
      },
    ],
    planVersions: [
      {
        planId: plan.id,
        version,
        applicationId: application.id,
        kind: "change",
        number,
        certifiedOn,
        ...months,
        createdAt,
      },
    ],
    planEvents: [
      {
        planId: plan.id,
        event: {
          type: "plan.changed.v1",
          data: { version, number, certifiedOn, applicationId: application.id },
        },
      },
    ],
  };
}

/** 紙で受けた認定を初めて変えたときの行。写した認定が第1版、変更の認定が第2版になる。 */
export function paperPlanRows(change: ChangeCertification): PlanLifeRows {
  const { plan, version } = firstVersionRows(change);
  const { number, certifiedOn, start, end } = change.base;
  const next = nextVersionRows(plan, change);
  return {
    newPlans: [{ ...plan, origin: "paper", currentVersion: 2, certifiedOn }],
    planVersions: [
      {
        ...version,
        applicationId: null,
        kind: "paper",
        number,
        certifiedOn,
        startMonth: start,
        endMonth: end,
      },
      ...(next.planVersions ?? []),
    ],
    planEvents: [
      {
        planId: plan.id,
        event: { type: "plan.enteredFromPaper.v1", data: { version: 1, number, certifiedOn } },
      },
      ...(next.planEvents ?? []),
    ],
  };
}
