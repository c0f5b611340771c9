import { count, identifier, index, instant, table, words } from "./columns.ts";

/** 局の文例。差戻しの指摘に入れる決まり文句で、局の人が直す。 */
export const textBlocks = table(
  "text_blocks",
  {
    id: identifier("id").primaryKey(),
    officeCode: identifier("office_code").notNull(),
    title: words("title").notNull(),
    body: words("body").notNull(),
    /** 比較交換の版。 */
    version: count("version").notNull(),
    updatedBy: identifier("updated_by").notNull(),
    updatedByName: words("updated_by_name").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("text_blocks_office").on(t.officeCode, t.title)],
);
