/**
 * 点検の目録。指摘の id ごとに、何を見るか、どの区画か、どれだけ重いか、何を根拠にするかを置く。
 * 重さは根拠の確かさで決まる。確認できた決まり（seen・spec）は申請を止め、それ以外は警告にとどめる（DESIGN §4-1）。
 */
import { changeEntries } from "./catalogue/change-entries.ts";
import { equipmentEntries } from "./catalogue/equipment-entries.ts";
import { formEntries } from "./catalogue/form-entries.ts";
import { otherEntries } from "./catalogue/other-entries.ts";

export const checkCatalogue = {
  ...formEntries,
  ...equipmentEntries,
  ...otherEntries,
  ...changeEntries,
} as const;

/** 指摘の id。 */
export type CheckId = keyof typeof checkCatalogue;
