import { applications } from "./applications.ts";
import { identifier, index, instant, sequence, table, words } from "./columns.ts";

/** 局から局への移送。追記だけ。移した局には申請が見えなくなるので、移した跡をここに残す。 */
export const transfers = table(
  "transfers",
  {
    sequence: sequence("sequence"),
    applicationId: identifier("application_id")
      .notNull()
      .references(() => applications.id),
    /** 提出の時に、業種と都道府県から決まった局。 */
    routedOffice: identifier("routed_office").notNull(),
    fromOffice: identifier("from_office").notNull(),
    toOffice: identifier("to_office").notNull(),
    reason: words("reason").notNull(),
    transferredBy: identifier("transferred_by").notNull(),
    transferredByName: words("transferred_by_name").notNull(),
    transferredAt: instant("transferred_at").notNull(),
  },
  (t) => [
    index("transfers_application").on(t.applicationId),
    index("transfers_from").on(t.fromOffice, t.sequence),
    index("transfers_to").on(t.toOffice, t.sequence),
  ],
);
