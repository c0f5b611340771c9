/**
 * ローカルベンチマークの元になる決算の数。直近期と前期の決算書から写す 15 の整数で、従業員数のほかは千円。
 */

/** 入力の見出しと単位。順は画面の順。 */
export const BENCHMARK_ACCOUNTS = {
  sales: { label: "売上高", unit: "千円" },
  previousSales: { label: "前期売上高", unit: "千円" },
  operatingProfit: { label: "営業利益", unit: "千円" },
  depreciation: { label: "減価償却費", unit: "千円" },
  employees: { label: "従業員数", unit: "人" },
  cash: { label: "現金・預金", unit: "千円" },
  notesReceivable: { label: "受取手形", unit: "千円" },
  accountsReceivable: { label: "売掛金", unit: "千円" },
  inventories: { label: "棚卸資産", unit: "千円" },
  notesPayable: { label: "支払手形", unit: "千円" },
  accountsPayable: { label: "買掛金", unit: "千円" },
  shortTermBorrowings: { label: "短期借入金", unit: "千円" },
  longTermBorrowings: { label: "長期借入金", unit: "千円" },
  netAssets: { label: "純資産", unit: "千円" },
  totalAssets: { label: "総資産", unit: "千円" },
} as const;

/** 入力の名前。 */
export type BenchmarkAccount = keyof typeof BENCHMARK_ACCOUNTS;

/** 決算の数。千円 (従業員数は人) の安全な整数。まだ入力がなければ null。 */
export type BenchmarkAccounts = Readonly<Record<BenchmarkAccount, number | null>>;
