/** 求め一つを、画面に出す物だけにする。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import {
  type Consultation,
  type ConsultationResult,
  consultingStatuses,
  kindWords,
  missingConsents,
  resultWords,
} from "#app/domain/consultation/consultation.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import type { ReviewRecord } from "#app/usecases/review/open-record.server.ts";
import type { Tone } from "#app/ui/tones.ts";

export type ConsultationsView = ReturnType<typeof consultationsView>;
export type ConsultationView = ReturnType<typeof consultationView>;

const resultTones: Readonly<Record<ConsultationResult, Tone>> = {
  agree: "success",
  disagree: "danger",
  opinion: "info",
  withdrawn: "neutral",
};

/**
 * @param waiting 回答を待っているか
 * @param overdue 期限を過ぎているか
 */
export function consultationView(consultation: Consultation, waiting: boolean, overdue: boolean) {
  const { id, kind, office, question, submissionSequence, dueOn, askedByName, askedAt, end } = consultation;
  return {
    id,
    kind: kindWords[kind],
    consent: kind === "consent",
    officeName: office.name,
    ministry: office.ministry,
    question,
    about: `第${submissionSequence}回の申請`,
    asked: `${askedByName}、${formatTokyoInstant(askedAt)}`,
    dueOn: dueOn === null ? null : formatJapaneseDate(dueOn),
    waiting,
    standing: standingOf(end?.result ?? null, waiting, overdue),
    answer:
      end === null
        ? null
        : {
            text: end.text,
            by: `${end.byName}、${formatTokyoInstant(end.at)}`,
            withdrawn: end.result === "withdrawn",
          },
  };
}

/**
 * 記録の画面に出す、求めの全部と、この人のできること。
 *
 * @param answerable この人が答えられる求めの id
 * @param today 東京の今日
 */
export function consultationsView(record: ReviewRecord, answerable: readonly string[], today: CivilDate) {
  const open = consultingStatuses.some((status) => status === record.application.status);
  return {
    list: record.consultations.map((one) => {
      const waiting = open && one.end === null;
      return consultationView(one, waiting, waiting && one.dueOn !== null && one.dueOn < today);
    }),
    missing: open ? missingConsentText(record) : null,
    mayAsk: record.mayConsult,
    mayOverride: record.obstacles.certify?.kind === "consentMissing",
    answerable,
  };
}

/** そろっていない同意を言う文。そろっていれば、又は要らなければ null。 */
export function missingConsentText({ consents }: Pick<ReviewRecord, "consents">): string | null {
  const missing = missingConsents(consents);
  return missing.length === 0 ? null : refusalMessage({ kind: "consentMissing", consents: missing });
}

function standingOf(
  result: ConsultationResult | null,
  waiting: boolean,
  overdue: boolean,
): { readonly tone: Tone; readonly word: string } {
  if (result !== null) return { tone: resultTones[result], word: resultWords[result] };
  if (!waiting) return { tone: "neutral", word: "回答なし" };
  return overdue ? { tone: "danger", word: "期限切れ" } : { tone: "warning", word: "回答待ち" };
}
