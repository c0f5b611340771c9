/** 4 現状認識に載せるローカルベンチマークの六つの指標。 */
import type { BenchmarkAccounts } from "../benchmark/accounts.ts";
import { computeLocalBenchmark } from "../benchmark/local-benchmark.ts";
import type { DocumentEntry } from "./document.ts";
import type { PlanValues } from "./sections.ts";

/** 現状認識に書かれた決算の数字。 */
export function benchmarkAccountsOf(values: Pick<PlanValues, "present-state">): BenchmarkAccounts {
  const state = values["present-state"];
  return {
    sales: state.sales ?? null,
    previousSales: state.previousSales ?? null,
    operatingProfit: state.operatingProfit ?? null,
    depreciation: state.depreciation ?? null,
    employees: state.benchmarkEmployees ?? null,
    cash: state.cash ?? null,
    notesReceivable: state.notesReceivable ?? null,
    accountsReceivable: state.accountsReceivable ?? null,
    inventories: state.inventories ?? null,
    notesPayable: state.notesPayable ?? null,
    accountsPayable: state.accountsPayable ?? null,
    shortTermBorrowings: state.shortTermBorrowings ?? null,
    longTermBorrowings: state.longTermBorrowings ?? null,
    netAssets: state.netAssets ?? null,
    totalAssets: state.totalAssets ?? null,
  };
}

/** 決算の数字が一つも無いうちは載せない。 */
export function benchmarkEntries(values: PlanValues): readonly DocumentEntry[] {
  const accounts = benchmarkAccountsOf(values);
  if (Object.values(accounts).every((account) => account === null)) return [];
  return [
    {
      kind: "table",
      field: "localBenchmark",
      label: "ローカルベンチマーク",
      columns: [
        { field: "label", label: "指標", align: "start", weight: 3 },
        { field: "value", label: "算出結果", align: "end", weight: 2 },
        { field: "formula", label: "計算式", align: "start", weight: 5 },
      ],
      rows: computeLocalBenchmark(accounts).map((indicator) => ({
        id: indicator.id,
        cells: [
          indicator.label,
          indicator.value.kind === "computed" ? indicator.value.display : "計算できません",
          indicator.formula,
        ],
      })),
    },
  ];
}
