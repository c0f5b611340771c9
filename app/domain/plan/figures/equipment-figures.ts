/** 8 設備等の種類別の小計と合計。金額は単価×数量で、桁が大きくても丸めない。 */

export type PricedRow = {
  readonly kind: string | undefined;
  /** 千円。 */
  readonly unitPrice: number | undefined;
  readonly quantity: number | undefined;
};

export type EquipmentFigures = {
  readonly byKind: readonly {
    readonly id: string;
    readonly name: string;
    readonly quantity: bigint;
    /** 千円。 */
    readonly amount: bigint;
  }[];
  readonly quantity: bigint;
  /** 千円。 */
  readonly amount: bigint;
  /** 単価か数量がまだないか、読めない行の数。金額に入っていない。 */
  readonly without: number;
};

const quantityOf = (rows: readonly PricedRow[]): bigint =>
  rows.reduce((total, { quantity = 0 }) => total + BigInt(quantity), 0n);

const amountOf = (rows: readonly PricedRow[]): bigint =>
  rows.reduce((total, { unitPrice = 0, quantity = 0 }) => total + BigInt(unitPrice) * BigInt(quantity), 0n);

/**
 * @param rows 何か書かれた行
 * @param kinds 設備等の種類。小計はこの順
 */
export function equipmentFigures(
  rows: readonly PricedRow[],
  kinds: readonly { readonly id: string; readonly name: string }[],
): EquipmentFigures {
  return {
    byKind: kinds.flatMap(({ id, name }) => {
      const own = rows.filter((row) => row.kind === id);
      return own.length === 0 ? [] : [{ id, name, quantity: quantityOf(own), amount: amountOf(own) }];
    }),
    quantity: quantityOf(rows),
    amount: amountOf(rows),
    without: rows.filter((row) => row.unitPrice === undefined || row.quantity === undefined).length,
  };
}
