/** 届かずに戻ったメールの読み出し。 */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import { applications, mailBounces, mails } from "../schema/index.ts";
import type { MailBounceRow } from "./operations.ts";

const open = and(eq(mailBounces.side, "applicant"), isNull(mailBounces.confirmedAt));

/** 申請者へのメールの、局がまだ手当てしていない戻り。古い順。 */
export const unconfirmedBouncesOf = (
  { reader }: Database,
  applicationId: string,
): readonly (MailBounceRow & { readonly subject: string })[] =>
  reader
    .select({ bounce: mailBounces, subject: mails.subject })
    .from(mailBounces)
    .innerJoin(mails, eq(mails.id, mailBounces.mailId))
    .where(and(eq(mailBounces.applicationId, applicationId), open))
    .orderBy(asc(mailBounces.receivedAt))
    .all()
    .map(({ bounce, subject }) => ({ ...bounce, subject }));

/** 会社の申請の、局がまだ手当てしていない戻り。宛先ごとに一つ。 */
export const companyBounces = ({ reader }: Database, companyKey: string) =>
  reader
    .selectDistinct({
      applicationId: applications.id,
      receiptNumber: applications.receiptNumber,
      toAddress: mailBounces.toAddress,
    })
    .from(applications)
    .innerJoin(mailBounces, eq(mailBounces.applicationId, applications.id))
    .where(and(eq(applications.companyKey, companyKey), open))
    .all();
