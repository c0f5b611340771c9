/** 届かずに戻ったメールの読み出し。 */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Connection, Database } from "../client.ts";
import { applications, mailBounces, mails } from "../schema/index.ts";
import { preparedOnce } from "../statement-cache.ts";
import type { MailBounceRow } from "./operations.ts";

const open = and(eq(mailBounces.side, "applicant"), isNull(mailBounces.confirmedAt));

const unconfirmedBy = preparedOnce((reader: Connection) =>
  reader
    .select({ bounce: mailBounces, subject: mails.subject })
    .from(mailBounces)
    .innerJoin(mails, eq(mails.id, mailBounces.mailId))
    .where(and(eq(mailBounces.applicationId, sql.placeholder("applicationId")), open))
    .orderBy(asc(mailBounces.receivedAt))
    .prepare(),
);

/** 申請者へのメールの、局がまだ手当てしていない戻り。古い順。 */
export const unconfirmedBouncesOf = (
  { reader }: Database,
  applicationId: string,
): readonly (MailBounceRow & { readonly subject: string })[] =>
  unconfirmedBy(reader)
    .all({ applicationId })
    .map(({ bounce, subject }) => ({ ...bounce, subject }));

const bouncesOfCompany = preparedOnce((reader: Connection) =>
  reader
    .selectDistinct({
      applicationId: applications.id,
      receiptNumber: applications.receiptNumber,
      toAddress: mailBounces.toAddress,
    })
    .from(applications)
    .innerJoin(mailBounces, eq(mailBounces.applicationId, applications.id))
    .where(and(eq(applications.companyKey, sql.placeholder("companyKey")), open))
    .prepare(),
);

/** 会社の申請の、局がまだ手当てしていない戻り。宛先ごとに一つ。 */
export const companyBounces = ({ reader }: Database, companyKey: string) =>
  bouncesOfCompany(reader).all({ companyKey });
