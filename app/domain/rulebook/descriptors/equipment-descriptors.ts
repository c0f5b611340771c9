/** 設備の表の言葉。 */
import {
  date,
  facts,
  identifier,
  note,
  number,
  order,
  reference,
  target,
  text,
  choice,
  type TableDescriptor,
} from "./column-input.ts";
import { equipmentTypes as types } from "../tables/equipment-tables.ts";

const letter = choice("類型", Object.fromEntries(types.map((type) => [type, `${type}類型`])));
const kind = reference("設備の種類", target("equipmentKinds", "id", ["name"]));
const validFrom = date("いつから");
const validTo = date("いつまで", "空欄なら終わりが決まっていません。");

export const equipmentTypes: TableDescriptor<"equipmentTypes"> = {
  title: "設備の類型",
  lead: "経営力向上設備等の類型と、使える取得日の範囲です。",
  group: "equipment",
  columns: {
    type: letter,
    order,
    name: text("名前"),
    requirement: text("要件"),
    document: text("要る書類"),
    openFrom: date("使える最初の取得日"),
    openTo: date("使える最後の取得日", "空欄なら終わりが決まっていません。"),
    note,
    ...facts,
  },
  heading: ["type", "name"],
  listed: ["order", "requirement", "openFrom", "openTo"],
  filters: [],
  related: [
    { label: "取得価額", table: "priceFloors", column: "type", from: "type" },
    { label: "数値要件", table: "equipmentThresholds", column: "type", from: "type" },
  ],
};

export const equipmentKinds: TableDescriptor<"equipmentKinds"> = {
  title: "設備の種類",
  lead: "申請者が設備ごとに選ぶ種類です。",
  group: "equipment",
  columns: { id: identifier("識別子"), order, name: text("名前"), note, ...facts },
  heading: ["name"],
  listed: ["order", "note"],
  filters: [],
  related: [{ label: "取得価額", table: "priceFloors", column: "kind", from: "id" }],
};

export const priceFloors: TableDescriptor<"priceFloors"> = {
  title: "最低取得価額",
  lead: "類型と種類ごとの、一台当たりの最低の取得価額です。行のない組合せは対象になりません。",
  group: "equipment",
  columns: {
    type: letter,
    kind,
    validFrom,
    validTo,
    thousandYen: number("最低取得価額", "千円"),
    restriction: text("限定"),
    ...facts,
  },
  scope: ["validFrom"],
  heading: ["type", "kind"],
  listed: ["validFrom", "validTo", "thousandYen", "restriction"],
  filters: ["type", "kind"],
};

export const salesStartWindows: TableDescriptor<"salesStartWindows"> = {
  title: "販売開始からの年数",
  lead: "A類型の設備が、販売の開始から何年以内でなければならないかです。",
  group: "equipment",
  columns: { type: letter, kind, years: number("年数", "年以内"), ...facts },
  heading: ["type", "kind"],
  listed: ["years"],
  filters: [],
};

export const equipmentThresholds: TableDescriptor<"equipmentThresholds"> = {
  title: "設備の数値要件",
  lead: "投資利益率など、類型ごとに満たさなければならない数です。",
  group: "equipment",
  columns: {
    type: letter,
    measure: identifier("要件の識別子"),
    name: text("要件"),
    months: number("計画期間", "か月", "計画期間で変わる要件だけに書きます。"),
    value: number("値"),
    unit: text("単位"),
    validFrom,
    validTo,
    ...facts,
  },
  heading: ["type", "name"],
  listed: ["months", "value", "unit", "validFrom", "validTo"],
  filters: ["type"],
};
