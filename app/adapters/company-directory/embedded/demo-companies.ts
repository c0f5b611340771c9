/**
 * 模擬の法人インフォメーションに載せる会社。すべて架空で、法人番号は登録に使われない 99 の帯から取る。
 * 小さな会社では任意の値がほとんど無いのがふつうなので、そのように作る。
 */

/** 法人インフォメーションの基本の記録（v2）の形。 */
export type RegistryRecord = {
  readonly corporate_number: string;
  readonly name: string;
  readonly kana: string | null;
  readonly postal_code: string | null;
  readonly location: string | null;
  readonly status: string;
  readonly close_date: string | null;
  readonly close_cause: string | null;
  readonly kind: string;
  readonly representative_name: string | null;
  readonly capital_stock: number | null;
  readonly employee_number: number | string | null;
  readonly date_of_establishment: string | null;
  readonly update_date: string;
};

const record = (
  corporate_number: string,
  name: string,
  location: string,
  rest: Partial<RegistryRecord> = {},
): RegistryRecord => ({
  corporate_number,
  name,
  kana: null,
  postal_code: null,
  location,
  status: "-",
  close_date: null,
  close_cause: "Null",
  kind: "301",
  representative_name: null,
  capital_stock: null,
  employee_number: null,
  date_of_establishment: null,
  update_date: "2021-06-15T00:00:00+09:00",
  ...rest,
});

export const demoCompanies: readonly RegistryRecord[] = [
  record("7990001000001", "株式会社青葉精密製作所", "宮城県仙台市泉区明通２丁目１４番地", {
    kana: "アオバセイミツセイサクショ",
    postal_code: "9813206",
    representative_name: "代表取締役　髙橋　健一",
    capital_stock: 30_000_000,
    employee_number: "46",
    date_of_establishment: "1984-06-01",
    update_date: "2026-04-01T00:00:00+09:00",
  }),
  // 移転の前の住所のまま載っている。
  record("6990001000002", "西神倉庫株式会社", "兵庫県神戸市西区池上２丁目１番１号", {
    kana: "セイシンソウコ",
    postal_code: "6512111",
    update_date: "2018-05-11T00:00:00+09:00",
  }),
  record("5990001000003", "有限会社𠮷川建設", "大阪府堺市北区百舌鳥梅町１丁目３０番１号", { kind: "302" }),
  record("6990002000001", "株式会社こばやし木工", "長野県松本市仮町１丁目６番５号"),
  record("5990003000001", "株式会社つばめ商会", "新潟県燕市仮町１丁目２番３号", {
    status: "閉鎖",
    close_date: "2024-03-31",
    close_cause: "01",
  }),
  record("6990001000010", "つばめ精密有限会社", "新潟県燕市仮町４丁目５番６号", { kind: "302" }),
];
