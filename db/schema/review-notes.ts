import { applications } from "./applications.ts";
import { identifier, index, instant, table, words } from "./columns.ts";

/** 審査の内部のメモ。欄に結び付く。追記だけで、申請者には決して見せない。 */
export const reviewNotes = table(
  "review_notes",
  {
    id: identifier("id").primaryKey(),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    section: words("section").notNull(),
    field: words("field").notNull(),
    body: words("body").notNull(),
    createdBy: identifier("created_by").notNull(),
    createdByName: words("created_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("review_notes_application").on(t.applicationId, t.createdAt)],
);
