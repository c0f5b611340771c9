/** 記録の画面に出す、届かずに戻ったメール。 */
import { mayDo } from "#app/domain/access/resolver.ts";
import { formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { accessRecordOf } from "#app/usecases/authorise.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { openBounces } from "#app/usecases/notifications/bounces.server.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";

export const bounceView = (useCase: UseCaseContext, { application }: Pick<ReviewRecord, "application">) => ({
  mayConfirm: mayDo(useCase.actor, "mails.confirmBounce", accessRecordOf(application)).allowed,
  bounces: openBounces(useCase, application.id).map(({ mailId, subject, toAddress, reason, receivedAt }) => ({
    mailId,
    subject,
    toAddress,
    reason,
    at: formatTokyoInstant(receivedAt),
  })),
});
