/** 知らせの受け方の読み出し。 */
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../client.ts";
import { accounts, noticeChoices, staffAssignments } from "../schema/index.ts";

export type NoticeChoiceRow = typeof noticeChoices.$inferSelect;

export const noticeChoicesOf = (
  { reader }: Database,
  subjectKind: NoticeChoiceRow["subjectKind"],
  subjectId: string,
): NoticeChoiceRow | undefined =>
  reader
    .select()
    .from(noticeChoices)
    .where(and(eq(noticeChoices.subjectKind, subjectKind), eq(noticeChoices.subjectId, subjectId)))
    .get();

/** いくつもの職員の受け方。変えていない人は入らない。 */
export const staffNoticeChoices = (
  { reader }: Database,
  accountIds: readonly string[],
): ReadonlyMap<string, NoticeChoiceRow> =>
  new Map(
    reader
      .select()
      .from(noticeChoices)
      .where(and(eq(noticeChoices.subjectKind, "staff"), inArray(noticeChoices.subjectId, [...accountIds])))
      .all()
      .map((row) => [row.subjectId, row]),
  );

/** 一日のまとめで受ける知らせのある会社。 */
export const companiesWithDigest = ({ reader }: Database): readonly string[] =>
  reader
    .select({ id: noticeChoices.subjectId })
    .from(noticeChoices)
    .where(and(eq(noticeChoices.subjectKind, "company"), eq(noticeChoices.daily, true)))
    .all()
    .map(({ id }) => id);

/** 局の役割を持ち、メールアドレスのある職員。 */
export const officials = ({ reader }: Database): readonly string[] =>
  reader
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(
      and(
        inArray(
          accounts.id,
          reader
            .select({ id: staffAssignments.accountId })
            .from(staffAssignments)
            .where(inArray(staffAssignments.role, ["reviewer", "officeManager"])),
        ),
        eq(accounts.active, true),
      ),
    )
    .all()
    .flatMap(({ id, email }) => (email === null ? [] : [id]));
