/** 作った計画を、千件ずつの取引で入れる。認定通知書の PDF は作らない（画面では「作成中」と出る）。 */
import { currentRulebook } from "#app/usecases/context.ts";
import type { Services } from "#app/services.server.ts";
import { companyByKey } from "#db/queries/accounts.ts";
import { type BulkRows, bulkLoad } from "#db/repositories/bulk-load.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { GeneratedCompany } from "./companies.ts";
import { staffRows } from "./officials.ts";
import { type GeneratedPlan, generatePlans } from "./plans.ts";

const BATCH = 1_000;

export type LoadRefusal = { readonly kind: "alreadyLoaded"; readonly companyName: string };

/**
 * @param input.progress 千件ごとに、入れ終えた件数を知らせる
 * @returns 入れた件数。同じ種の事業者がもうあれば、何も入れずに断る
 */
export async function loadPlans(
  services: Services,
  input: {
    readonly plans: number;
    readonly seed: number;
    readonly progress?: (loaded: number) => void;
  },
): Promise<Result<number, LoadRefusal>> {
  const actor = { kind: "system", job: "seed" } as const;
  const now = services.clock.now();
  const loaded = currentRulebook({ ...services, actor, requestId: "seed" });
  const plans = generatePlans({ count: input.plans, seed: input.seed, loaded, now });
  const known = new Set<string>();
  let done = 0;
  for (let batch = take(plans, BATCH); batch.length > 0; batch = take(plans, BATCH)) {
    const first = batch[0]?.company;
    if (done === 0 && first !== undefined) {
      const present = await companyByKey(services.database, first.key);
      if (present !== undefined) return refuse({ kind: "alreadyLoaded", companyName: present.name });
    }
    const issuers = {
      applicant: services.identity.applicant.issuer,
      staff: services.identity.staff.issuer,
    };
    const people = peopleRows(batch, known, issuers, now);
    bulkLoad(services.database, {
      actor: { id: "system:seed", name: "システム", role: "system" },
      at: now,
      requestId: "seed",
      audit: {
        action: "demonstration.load",
        subjectKind: "database",
        subjectId: `seed:${input.seed}`,
        details: { from: done + 1, to: done + batch.length },
      },
      rows(draw) {
        const rows = batch.map((plan) => plan.rows(draw));
        return {
          ...people,
          applications: rows.flatMap((one) => one.applications),
          sections: rows.flatMap((one) => one.sections),
          sectionVersions: rows.flatMap((one) => one.sectionVersions),
          submissions: rows.flatMap((one) => one.submissions),
          events: rows.flatMap((one) => one.events),
          comments: rows.flatMap((one) => one.comments),
          certifications: rows.flatMap((one) => one.certifications),
        };
      },
    });
    done += batch.length;
    input.progress?.(done);
  }
  return ok(done);
}

function take(plans: Generator<GeneratedPlan>, count: number): readonly GeneratedPlan[] {
  const taken: GeneratedPlan[] = [];
  while (taken.length < count) {
    const next = plans.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

/** その束で初めて出てくる事業者と職員。 */
function peopleRows(
  batch: readonly GeneratedPlan[],
  known: Set<string>,
  issuers: { readonly applicant: string; readonly staff: string },
  at: string,
): Pick<BulkRows, "accounts" | "assignments" | "companies"> {
  const firstSeen = (key: string): boolean => {
    if (known.has(key)) return false;
    known.add(key);
    return true;
  };
  const companies = batch.map(({ company }) => company).filter(({ key }) => firstSeen(key));
  const staff = batch
    .flatMap(({ office }) => (office === null ? [] : [office]))
    .filter(({ code }) => firstSeen(code))
    .map((office) => staffRows(office, issuers.staff, at));
  return {
    accounts: [
      ...companies.map((company) => accountRow(company, issuers.applicant, at)),
      ...staff.flatMap(({ accounts }) => accounts),
    ],
    assignments: staff.flatMap(({ assignments }) => assignments),
    companies: companies.map((company) => companyRow(company, at)),
  };
}

/** 利用者の行は、申請者も職員も同じ列を持つ。 */
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
