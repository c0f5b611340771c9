/** 架空の事業者の計画の答え。点検を通る、打たれたままの形で作る。 */
import { endOfPeriod } from "#app/domain/calendar/plan-period.ts";
import { firstDayOf, monthOf, shiftMonth } from "#app/domain/calendar/civil-month.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { isTypeOpen, priceFloor } from "#app/domain/equipment/equipment.ts";
import { requiredItemCounts } from "#app/domain/guideline/guideline.ts";
import type { Guideline, Indicator } from "#app/domain/rulebook/guideline-rules.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import type { RawAnswers, RawRow, RawSection } from "#app/domain/plan/field.ts";
import type { GeneratedCompany } from "./companies.ts";
import type { Random } from "./random.ts";
import { presentStateWords, measureWords } from "./sentences.ts";
import { trades } from "./trade.ts";

type Making = {
  readonly random: Random;
  readonly rulebook: Rulebook;
  readonly guideline: Guideline;
  readonly company: GeneratedCompany;
  /** 申請（書きかけなら書き始め）の日。 */
  readonly on: CivilDate;
};

/** 決算の数字（千円）。 */
type Accounts = {
  readonly sales: number;
  readonly profit: number;
  readonly personnel: number;
  readonly depreciation: number;
};

export function generateAnswers(making: Making): RawAnswers {
  const { random, company, on } = making;
  const accounts = accountsOf(random, company);
  const start = shiftMonth(monthOf(on), random.integer(0, 2));
  const months = random.weighted([
    [36, 25],
    [48, 5],
    [60, 70],
  ] as const);
  const measures = measuresOf(making);
  const equipment = equipmentOf(making, start, measures);
  return {
    company: companySection(company),
    industry: {
      industries: [{ id: "industry-1", revision: "14", code: company.industry.code }],
      ministry: company.industry.ministry,
    },
    period: { start, end: endOfPeriod(start, months) },
    "present-state": presentState(making, accounts),
    indicators: indicatorsOf(making, accounts),
    measures: { usesOwnResources: "yes", usesOthersResources: "no", measures },
    funding: { funds: fundsOf(random, measures, equipment) },
    equipment: { equipment },
  };
}

const companySection = (company: GeneratedCompany): RawSection => ({
  corporationType: "corporation",
  name: company.name,
  representative: company.representative,
  corporateNumber: company.key,
  prefecture: company.prefecture,
  address: company.address,
  capital: String(company.capital),
  employees: String(company.employees),
  establishedOn: company.establishedOn,
  closingMonth: String(company.closingMonth),
  contactName: company.contactName,
  contactTelephone: company.contactTelephone,
  contactEmail: company.contactEmail,
  website: "",
  publishConsent: "yes",
});

function accountsOf(random: Random, { trade, employees }: GeneratedCompany): Accounts {
  const [from, to] = trades[trade].salesPerHead;
  const sales = employees * random.integer(from, to);
  return {
    sales,
    profit: Math.round(sales * (0.008 + random.next() * 0.05)),
    personnel: employees * random.integer(3_100, 5_200),
    depreciation: Math.round(sales * (0.01 + random.next() * 0.04)),
  };
}

function presentState({ random, company }: Making, accounts: Accounts): RawSection {
  const { sales } = accounts;
  const share = (from: number, to: number): string =>
    String(Math.round(sales * (from + random.next() * (to - from))));
  const total = Math.round(sales * (0.5 + random.next() * 0.6));
  return {
    ...presentStateWords(random, company),
    sales: String(sales),
    previousSales: share(0.93, 1.05),
    operatingProfit: String(accounts.profit),
    depreciation: String(accounts.depreciation),
    benchmarkEmployees: String(company.employees),
    cash: share(0.06, 0.2),
    notesReceivable: random.chance(0.4) ? share(0.01, 0.04) : "0",
    accountsReceivable: share(0.06, 0.16),
    inventories: share(0.01, 0.12),
    notesPayable: random.chance(0.3) ? share(0.01, 0.03) : "0",
    accountsPayable: share(0.04, 0.12),
    shortTermBorrowings: share(0.02, 0.1),
    longTermBorrowings: share(0.08, 0.4),
    netAssets: String(Math.round(total * (0.12 + random.next() * 0.4))),
    totalAssets: String(total),
  };
}

/** 内訳から計算する労働生産性。ほかの指標は、値を直接書くものだけを使う。 */
const isProductivity = ({ id }: Indicator): boolean =>
  id === "labour-productivity" || id === "labour-productivity-basic";

function indicatorsOf({ random, guideline, company }: Making, accounts: Accounts): RawSection {
  const offered = [...guideline.indicators.values()].filter(
    (one) => isProductivity(one) || one.inputs.length === 0,
  );
  const first = offered[0];
  if (first === undefined) throw new Error(`指針「${guideline.name}」に、使える指標がありません。`);
  const indicator = random.chance(0.7) ? first : random.pick(offered);
  const goal = `${trades[company.trade].burdens[0] ?? ""}をはじめとする無駄を減らし、${indicator.name}を良くする。`;
  return isProductivity(indicator)
    ? { goal, indicator: indicator.id, ...computedParts(random, company, accounts) }
    : {
        goal,
        indicator: indicator.id,
        ...ownWords(random, company, indicator),
        ...directValues(random, indicator),
      };
}

/** 事業者が名前や単位を決める指標。 */
function ownWords(random: Random, { trade }: GeneratedCompany, { direction, unit }: Indicator): RawSection {
  const measure = random.pick(trades[trade].measures);
  return {
    ...(direction === "either"
      ? { customName: `1人当たりの改善の件数（${measure}）`, customDirection: "up" }
      : {}),
    ...(/自由|または/u.test(unit) ? { customUnit: "件/年" } : {}),
  };
}

/** 下限（最大でも数 %）を余裕をもって超える伸び。 */
const GROWTH = { from: 0.06, to: 0.2 } as const;

function computedParts(random: Random, { employees }: GeneratedCompany, accounts: Accounts): RawSection {
  const workers = employees + random.integer(0, 2);
  const growth = GROWTH.from + random.next() * (GROWTH.to - GROWTH.from);
  const added = accounts.profit + accounts.personnel + accounts.depreciation;
  const target = Math.ceil(((added * (1 + growth)) / employees) * workers);
  const personnel = Math.round((accounts.personnel * 1.03 * workers) / employees);
  const depreciation = Math.round(accounts.depreciation * 1.08);
  return {
    baselineProfit: String(accounts.profit),
    baselinePersonnel: String(accounts.personnel),
    baselineDepreciation: String(accounts.depreciation),
    baselineWorkers: String(employees),
    targetProfit: String(target - personnel - depreciation),
    targetPersonnel: String(personnel),
    targetDepreciation: String(depreciation),
    targetWorkers: String(workers),
  };
}

function directValues(random: Random, { direction }: Indicator): RawSection {
  const baseline = random.integer(120, 480) / 10;
  const change = GROWTH.from + random.next() * (GROWTH.to - GROWTH.from);
  const target = baseline * (direction === "down" ? 1 - change : 1 + change);
  // 小数第一位に丸めても下限を割らない向きに丸める。
  const rounded = direction === "down" ? Math.floor(target * 10) / 10 : Math.ceil(target * 10) / 10;
  return { baseline: baseline.toFixed(1), target: rounded.toFixed(1) };
}

/** 規模に応じた数の該当箇所を満たす実施事項。 */
function measuresOf({ random, guideline, company }: Making): readonly RawRow[] {
  const chosen = new Set<string>();
  for (const rule of requiredItemCounts(guideline, company.employees))
    for (const item of random.sample(rule.items, rule.minimum)) chosen.add(item);
  const others = guideline.items.filter(({ selectable, id }) => selectable && !chosen.has(id));
  for (const { id } of random.sample(others, random.integer(chosen.size === 0 ? 1 : 0, 2))) chosen.add(id);
  const items = chosen.size > 0 ? [...chosen] : Array.from({ length: random.integer(1, 3) }, () => "");
  return items.map((guidelineItem, index) => ({
    id: `measure-${index + 1}`,
    guidelineItem,
    description: measureWords(random, company),
    newBusiness: random.chance(0.1) ? "yes" : "no",
  }));
}

function equipmentOf(
  { random, rulebook, company }: Making,
  start: ReturnType<typeof monthOf>,
  measures: readonly RawRow[],
): readonly RawRow[] {
  if (!random.chance(0.75)) return [];
  const acquired = shiftMonth(start, random.integer(0, 2));
  const on = firstDayOf(acquired);
  const kinds = ["machinery", "fixtures", "software"].flatMap((kind) => {
    const floor = priceFloor(rulebook, { type: "A", kind, on });
    return floor === undefined || floor.restriction !== null || !isTypeOpen(rulebook, "A", on)
      ? []
      : [{ kind, floor: floor.thousandYen }];
  });
  if (kinds.length === 0) return [];
  const [city] = company.address.slice(3).split("市");
  return Array.from(
    {
      length: random.weighted([
        [1, 60],
        [2, 25],
        [3, 10],
        [6, 5],
      ] as const),
    },
    (_, index) => {
      const { kind, floor } = random.pick(kinds);
      return {
        id: `equipment-${index + 1}`,
        measure: random.pick(measures).id,
        acquiredMonth: acquired,
        type: "A",
        kind,
        name: random.pick(trades[company.trade].equipment),
        model: `${random.pick(["VX", "SR", "KT", "NEO-", "HD"])}${random.integer(10, 990)}`,
        prefecture: company.prefecture,
        city: `${city ?? ""}市`,
        unitPrice: String(Math.round(floor * (1.2 + random.next() * 12))),
        quantity: random.chance(0.85) ? "1" : String(random.integer(2, 4)),
        certificateNumber: `仮証${acquired.slice(2, 4)}-${String(random.integer(1, 99_999)).padStart(6, "0")}`,
      };
    },
  );
}

/** 設備の代金を覆う資金。設備のない計画では、少額の自己資金か、何もなし。 */
function fundsOf(
  random: Random,
  measures: readonly RawRow[],
  equipment: readonly RawRow[],
): readonly RawRow[] {
  const bought = equipment.map((row, index) => ({
    id: `fund-${index + 1}`,
    measure: row["measure"] ?? "",
    purpose: `${row["name"] ?? ""}の取得`,
    method: random.weighted([
      ["融資", 5],
      ["自己資金", 3],
      ["リース", 1],
      ["補助金", 1],
    ] as const),
    amount: String(Number(row["unitPrice"]) * Number(row["quantity"])),
  }));
  if (bought.length > 0 || random.chance(0.4)) return bought;
  return [
    {
      id: "fund-1",
      measure: random.pick(measures).id,
      purpose: "教育と外部の専門家への依頼",
      method: "自己資金",
      amount: String(random.integer(2, 30) * 100),
    },
  ];
}
