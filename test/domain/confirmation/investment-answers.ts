/** 要件を満たす投資計画の下書き。 */
import type { ConfirmationType } from "#app/domain/confirmation/confirmation-type.ts";
import type { RawAnswers, RawSection } from "#app/domain/plan/field.ts";

const returns: RawSection = {
  baseProfit: "10,000",
  baseDepreciation: "4,000",
  profit1: "13,000",
  depreciation1: "8,000",
  profit2: "14,000",
  depreciation2: "7,000",
  profit3: "15,500",
  depreciation3: "5,500",
};

const numbers: Readonly<Record<ConfirmationType, RawAnswers>> = {
  B: { return: returns },
  D: {
    assets: {
      months: "36",
      baseSales: "500,000",
      baseProfit: "10,000",
      baseDepreciation: "5,000",
      baseResearch: "0",
      baseTotalAssets: "500,000",
      baseTangibleAssets: "250,000",
      endSales: "520,000",
      endProfit: "12,000",
      endDepreciation: "5,000",
      endResearch: "0",
      endTotalAssets: "500,000",
      endTangibleAssets: "250,000",
    },
  },
  E: {
    growth: {
      ...returns,
      previousSales: "2,000,000",
      targetYears: "5",
      targetSales: "3,300,000",
      declaredOn: "2026-10-01",
      building: "yes",
      permitOn: "2027-03-01",
    },
  },
};

/**
 * @param changes 部分ごとに差し替える欄
 * @returns 2026年12月1日に申請すれば要件を満たす下書き
 */
export function investmentAnswers(type: ConfirmationType, changes: RawAnswers = {}): RawAnswers {
  const answers: RawAnswers = {
    applicant: {
      name: "株式会社杜の都精機",
      representative: "代表取締役 髙橋 健一",
      prefecture: "04",
      address: "宮城県仙台市泉区明通一丁目1番1号",
      contactName: "髙橋 健一",
      contactEmail: "takahashi@example.co.jp",
      contactTelephone: "022-000-0000",
    },
    investment: {
      planName: "部品加工ラインの自動化",
      purpose: "夜間の無人運転により、同じ人数で作れる量を増やす。",
      equipmentName: "5軸制御立形マシニングセンタ ほか3点",
      acquisitionMonth: "2027-02",
      closingMonth: "3",
      amount: "100,000",
      adviser: "税理士 阿部 恵子",
      adviserOn: "2026-11-20",
    },
    ...numbers[type],
  };
  return Object.fromEntries(
    Object.entries(answers).map(([part, section]) => [part, { ...section, ...changes[part] }]),
  );
}
