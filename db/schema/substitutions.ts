import { civilDate, identifier, index, instant, table, words } from "./columns.ts";

/** 代決。決裁者が、局の同じ職員に、期間を決めて決裁を任せた記録。書き換えるのは終えたことだけ。 */
export const substitutions = table(
  "substitutions",
  {
    id: identifier("id").primaryKey(),
    officeCode: identifier("office_code").notNull(),
    managerId: identifier("manager_id").notNull(),
    managerName: words("manager_name").notNull(),
    substituteId: identifier("substitute_id").notNull(),
    substituteName: words("substitute_name").notNull(),
    /** 初めの日と終わりの日。どちらの日も含む。 */
    fromDay: civilDate("from_day").notNull(),
    toDay: civilDate("to_day").notNull(),
    reason: words("reason").notNull(),
    createdAt: instant("created_at").notNull(),
    /** 期間の前に終えた瞬間。終えていなければ null。 */
    endedAt: instant("ended_at"),
    endedByName: words("ended_by_name"),
  },
  (t) => [
    index("substitutions_substitute").on(t.substituteId, t.toDay),
    index("substitutions_office").on(t.officeCode, t.fromDay),
  ],
);
