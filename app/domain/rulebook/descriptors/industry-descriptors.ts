/** 日本標準産業分類の表の言葉。 */
import { date, facts, list, text, choice, type TableDescriptor } from "./column-input.ts";

const revision = choice("改定", { 13: "第13回改定", 14: "第14回改定" });
const industryColumns = {
  code: text("分類コード"),
  level: choice("段階", { division: "大分類", majorGroup: "中分類", group: "小分類", class: "細分類" }),
  parent: text("上の分類", "一つ上の段階の分類コード。大分類は空欄。"),
  name: text("名前"),
  ...facts,
};

const industries = (title: string): TableDescriptor<"industries13"> => ({
  title,
  lead: "申請者が選ぶ業種の一覧です。",
  group: "industries",
  columns: industryColumns,
  heading: ["code", "name"],
  listed: ["level", "parent"],
  filters: ["level"],
});

export const industries13: TableDescriptor<"industries13"> = industries("産業分類（第13回改定）");
export const industries14: TableDescriptor<"industries14"> = industries("産業分類（第14回改定）");

export const industryRevisions: TableDescriptor<"industryRevisions"> = {
  title: "分類の改定",
  lead: "どの改定を、いつから使うかです。",
  group: "industries",
  columns: { revision, name: text("名前"), effectiveFrom: date("いつから"), ...facts },
  heading: ["name"],
  listed: ["revision", "effectiveFrom"],
  filters: [],
};

export const industryChanges: TableDescriptor<"industryChanges"> = {
  title: "改定での変更",
  lead: "第13回から第14回への改定で変わった分類です。古いコードで申請した人に、新しいコードを案内します。",
  group: "industries",
  columns: {
    change: choice("変更", {
      added: "新設",
      moved: "移動",
      moved_and_redefined: "移動と定義の変更",
      renamed_or_redefined: "名称か定義の変更",
    }),
    code13: text("第13回のコード"),
    name13: text("第13回の名前"),
    code14: text("第14回のコード"),
    name14: text("第14回の名前"),
    ...facts,
  },
  heading: ["name14"],
  listed: ["change", "code13", "name13", "code14"],
  filters: ["change"],
};

export const industryReadings: TableDescriptor<"industryReadings"> = {
  title: "業種の名前の読み",
  lead: "業種をひらがなやカタカナで探すときに使います。提出先の判断には使いません。",
  group: "industries",
  columns: {
    name: text("名前", "分類の名前から、かっこの中を除いたもの。"),
    reading: text("読み"),
    ...facts,
  },
  heading: ["name"],
  listed: ["reading"],
  filters: [],
};

export const industryWords: TableDescriptor<"industryWords"> = {
  title: "業種の呼び名",
  lead: "床屋、美容室など、分類の名前にない呼び名で業種を探すときに使います。提出先の判断には使いません。",
  group: "industries",
  columns: {
    revision,
    word: text("呼び名"),
    reading: text("読み"),
    codes: list("指す分類", "2〜4桁の分類コード。中・小分類なら、その下の細分類の全部を指す。"),
    ...facts,
  },
  heading: ["word"],
  listed: ["reading", "codes", "revision"],
  filters: ["revision"],
};
