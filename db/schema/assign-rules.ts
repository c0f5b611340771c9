import { count, identifier, index, instant, json, table, words } from "./columns.ts";

/** 局の担当の決まり。受理の時に、当たる決まりから担当が決まる。 */
export const assignRules = table(
  "assign_rules",
  {
    id: identifier("id").primaryKey(),
    officeCode: identifier("office_code").notNull(),
    /** 空文字はどの指針でも。 */
    guidelineId: identifier("guideline_id").notNull(),
    /** 産業分類の大分類（A〜T）。空文字はどの業種でも。 */
    division: words("division").notNull(),
    /** 担当にする職員。二人以上なら順に回す。 */
    assignees: json<readonly string[]>("assignees").notNull(),
    /** これまでに回した数。 */
    turn: count("turn").notNull(),
    /** 比較交換の版。回しても増えない。 */
    version: count("version").notNull(),
    updatedBy: identifier("updated_by").notNull(),
    updatedByName: words("updated_by_name").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("assign_rules_office").on(t.officeCode, t.guidelineId, t.division)],
);
