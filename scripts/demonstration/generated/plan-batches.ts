/** 架空の計画の束。重い計算と、番号の要る仕上げを二段に分け、どちらも別の糸で行える。 */
import { registeredCompany } from "#app/domain/company-facts/provenance.ts";
import { holidaysOf } from "#app/domain/rulebook/holidays.ts";
import type { LoadedRulebook } from "#db/queries/load-rulebook.ts";
import type { NumberRun } from "#db/repositories/bulk-load.ts";
import { type BulkRows, type PackedRows, packRows } from "#db/repositories/pack-rows.ts";
import type { GeneratedCompany } from "./companies.ts";
import { staffRows } from "./officials.ts";
import { type GeneratedPlan, planMaker } from "./plans.ts";

export type BatchSource = {
  readonly count: number;
  readonly seed: number;
  readonly loaded: LoadedRulebook;
  readonly now: string;
  readonly issuers: { readonly applicant: string; readonly staff: string };
};

/** 番号 from から to の前まで。 */
export type BatchRange = { readonly from: number; readonly to: number };

/** 束を作る人。同じ束の open と pack を、この順に一度ずつ頼む。 */
export type BatchMaker = {
  /** 計画を作り、要る番号の数を系列ごとに答える。 */
  open(range: BatchRange): Promise<ReadonlyMap<string, number>>;
  /** 番号を入れて、行に仕上げる。 */
  pack(range: BatchRange, numbers: readonly NumberRun[]): Promise<PackedRows>;
  close(): Promise<void>;
};

/** 同じ糸の中で作る。 */
export function createBatchMaker(source: BatchSource): BatchMaker {
  const make = planMaker(source);
  const opened = new Map<number, readonly GeneratedPlan[]>();
  return {
    async open({ from, to }) {
      const plans = Array.from({ length: to - from }, (_, index) => make(from + index));
      opened.set(from, plans);
      const wanted = new Map<string, number>();
      for (const series of plans.flatMap((plan) => plan.series))
        wanted.set(series, (wanted.get(series) ?? 0) + 1);
      return wanted;
    },
    async pack({ from }, numbers) {
      const plans = opened.get(from) ?? [];
      opened.delete(from);
      const next = new Map(numbers.map(({ series, first }) => [series, first]));
      const draw = (series: string): number => {
        const number = next.get(series) ?? 0;
        next.set(series, number + 1);
        return number;
      };
      return packRows(rowsOf(plans, draw, source), holidaysOf(source.loaded.rulebook));
    },
    close: () => Promise.resolve(),
  };
}

function rowsOf(
  plans: readonly GeneratedPlan[],
  draw: (series: string) => number,
  { issuers, now }: BatchSource,
): BulkRows {
  const rows = plans.map((plan) => plan.rows(draw));
  return {
    ...peopleRows(plans, issuers, now),
    applications: rows.flatMap((one) => one.applications),
    sections: rows.flatMap((one) => one.sections),
    sectionVersions: rows.flatMap((one) => one.sectionVersions),
    submissions: rows.flatMap((one) => one.submissions),
    submissionFacts: plans.flatMap(({ company }, index) => {
      const registered = registeredCompany(companyRow(company, now));
      return (rows[index]?.submissions ?? []).map(({ applicationId, sequence }) => ({
        applicationId,
        sequence,
        registered,
        facts: null,
        fetchedAt: null,
      }));
    }),
    events: rows.flatMap((one) => one.events),
    comments: rows.flatMap((one) => one.comments),
    certifications: rows.flatMap((one) => one.certifications),
    certificateEditions: rows.flatMap((one) => one.certificateEditions),
    plans: rows.flatMap((one) => one.plans),
    planVersions: rows.flatMap((one) => one.planVersions),
    planEvents: rows.flatMap((one) => one.planEvents),
    declineNotices: rows.flatMap((one) => one.declineNotices),
  };
}

/** その束に出てくる事業者と職員。前の束にも出た人は、入れるときに読み飛ばされる。 */
function peopleRows(
  plans: readonly GeneratedPlan[],
  issuers: BatchSource["issuers"],
  at: string,
): Pick<BulkRows, "accounts" | "assignments" | "companies"> {
  const companies = [...new Map(plans.map(({ company }) => [company.key, company])).values()];
  const offices = new Map(
    plans.flatMap(({ office }) => (office === null ? [] : [[office.code, office] as const])),
  );
  const staff = [...offices.values()].map((office) => staffRows(office, issuers.staff, at));
  return {
    accounts: [
      ...companies.map((company) => accountRow(company, issuers.applicant, at)),
      ...staff.flatMap(({ accounts }) => accounts),
    ],
    assignments: staff.flatMap(({ assignments }) => assignments),
    companies: companies.map((company) => companyRow(company, at)),
  };
}

const accountRow = (
  { account, contactName, contactEmail, key }: GeneratedCompany,
  issuer: string,
  at: string,
): BulkRows["accounts"][number] => ({
  id: account.id,
  kind: "applicant",
  issuer,
  subject: account.subject,
  displayName: contactName,
  email: contactEmail,
  accountType: "prime",
  companyKey: key,
  claims: {},
  active: true,
  createdAt: at,
  updatedAt: at,
});

const companyRow = (company: GeneratedCompany, at: string): BulkRows["companies"][number] => ({
  key: company.key,
  corporationType: "corporation",
  name: company.name,
  representative: company.representative,
  prefecture: company.prefecture,
  address: company.address,
  source: "見本の生成",
  sourcedAt: at,
  updatedAt: at,
});
