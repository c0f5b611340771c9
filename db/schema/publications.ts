import type { ListCorrection } from "#app/domain/publication/correct-list.ts";
import { applications } from "./applications.ts";
import { civilDate, count, identifier, index, instant, json, primaryKey, table, words } from "./columns.ts";

/** 認定した事業者の一覧の、一月分の公表。訂正は次の版になり、公表した版は変わらない。追記だけ。 */
export const publications = table(
  "publications",
  {
    /** YYYY-MM。認定日の月。 */
    month: words("month").notNull(),
    edition: count("edition").notNull(),
    /** 訂正の理由。第1版では空。 */
    reason: words("reason").notNull(),
    correction: json<ListCorrection>("correction"),
    total: count("total").notNull(),
    publishedOn: civilDate("published_on").notNull(),
    publishedByName: words("published_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.edition] })],
);

/** 公表した一行。公表した時の値を凍結して持つ。追記だけ。 */
export const publishedPlans = table(
  "published_plans",
  {
    month: words("month").notNull(),
    edition: count("edition").notNull(),
    /** 主務大臣、都道府県、認定日、文書番号の順。1 から。 */
    position: count("position").notNull(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    number: words("number").notNull(),
    certifiedOn: civilDate("certified_on").notNull(),
    kind: words("kind").$type<"new" | "change">().notNull(),
    name: words("name").notNull(),
    /** 法人番号。個人事業主は空文字。 */
    corporateNumber: words("corporate_number").notNull(),
    ministry: words("ministry").notNull(),
    prefecture: words("prefecture").notNull(),
    prefectureName: words("prefecture_name").notNull(),
    /** 大分類。分からない古い業種は空文字。 */
    division: words("division").notNull(),
    divisionName: words("division_name").notNull(),
    industryCode: words("industry_code").notNull(),
    industryName: words("industry_name").notNull(),
    guidelineName: words("guideline_name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.edition, t.position] }),
    index("published_plans_number").on(t.month, t.edition, t.number),
  ],
);
