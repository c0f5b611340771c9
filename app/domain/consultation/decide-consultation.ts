/** 求める、答える、取り下げるの決定。純粋な関数で、同じ求めは一度しか終わらない。 */
import { type CivilDate, compareCivilDates } from "../calendar/civil-date.ts";
import { ok, refuse, type Result, unreachable } from "../result.ts";
import type { Status } from "../workflow/statuses.ts";
import {
  type AskedOffice,
  type Consent,
  type Consultation,
  type ConsultationKind,
  type ConsultationResult,
  consultingStatuses,
} from "./consultation.ts";
import type { ConsultationRefusal } from "./refusals.ts";

/** 質問、回答、理由の文字数の上限。 */
export const CONSULTATION_LENGTH = 2000;

export type ConsultationCommand =
  | {
      readonly name: "ask";
      readonly kind: ConsultationKind;
      readonly office: AskedOffice;
      readonly question: string;
      readonly dueOn: CivilDate | null;
    }
  | {
      readonly name: "answer";
      readonly id: string;
      /** 答える人の局の符号。 */
      readonly offices: readonly string[];
      /** 同意の求めには agree か disagree、意見照会には opinion。 */
      readonly result: Exclude<ConsultationResult, "withdrawn">;
      readonly text: string;
    }
  | { readonly name: "withdraw"; readonly id: string; readonly reason: string };

/** 新しい求め、又は求めの終わり。文は前後の空白を除いてある。 */
export type ConsultationChange =
  | (Pick<Consultation, "kind" | "office" | "question" | "dueOn"> & { readonly change: "asked" })
  | {
      readonly change: "ended";
      readonly consultation: Consultation;
      readonly result: ConsultationResult;
      readonly text: string;
    };

export type ConsultationFacts = {
  readonly status: Status;
  /** いま申請がある局。 */
  readonly officeCode: string | null;
  readonly today: CivilDate;
  /** その申請の求めの全部。 */
  readonly consultations: readonly Consultation[];
  /** 要る同意の、いまの様子。共管でなければ空。 */
  readonly consents: readonly Consent[];
};

/** @returns 書くこと。できないときは理由 */
export function decideConsultation(
  command: ConsultationCommand,
  facts: ConsultationFacts,
): Result<ConsultationChange, ConsultationRefusal> {
  if (!consultingStatuses.some((status) => status === facts.status))
    return refuse({ kind: "notConsulting", status: facts.status });
  switch (command.name) {
    case "ask":
      return ask(command, facts);
    case "answer":
      return answer(command, facts);
    case "withdraw": {
      const found = openOne(facts.consultations, command.id);
      if (!found.ok) return found;
      return ended(found.value, "withdrawn", command.reason, true);
    }
    default:
      return unreachable(command);
  }
}

type Decided = Result<ConsultationChange, ConsultationRefusal>;

function ask(command: Extract<ConsultationCommand, { name: "ask" }>, facts: ConsultationFacts): Decided {
  const { kind, office, dueOn } = command;
  if (office.code === facts.officeCode) return refuse({ kind: "ownOffice" });
  const waiting = facts.consultations.find(
    (one) =>
      one.end === null &&
      one.kind === kind &&
      (kind === "consent" ? one.office.ministry === office.ministry : one.office.code === office.code),
  );
  if (waiting !== undefined)
    return refuse({ kind: "alreadyAsked", officeName: waiting.office.name, at: waiting.askedAt });
  if (kind === "consent") {
    const consent = facts.consents.find((one) => one.office.ministry === office.ministry);
    if (consent === undefined)
      return refuse({
        kind: "notCompetent",
        ministry: office.ministry,
        competent: facts.consents.map((one) => one.office.ministry),
      });
    if (consent.standing === "agreed")
      return refuse({ kind: "alreadyAgreed", officeName: consent.office.name });
  }
  const text = readText(command.question, true);
  if (!text.ok) return text;
  if (dueOn !== null && compareCivilDates(dueOn, facts.today) < 0) return refuse({ kind: "dueInPast" });
  return ok({ change: "asked", kind, office, question: text.value, dueOn });
}

function answer(
  command: Extract<ConsultationCommand, { name: "answer" }>,
  facts: ConsultationFacts,
): Decided {
  const asked = facts.consultations.find(({ id }) => id === command.id);
  if (asked === undefined || !command.offices.includes(asked.office.code))
    return refuse({ kind: "notAsked" });
  const found = openOne(facts.consultations, command.id);
  if (!found.ok) return found;
  if ((asked.kind === "opinion") !== (command.result === "opinion")) return refuse({ kind: "noChoice" });
  return ended(asked, command.result, command.text, command.result !== "agree");
}

function openOne(
  consultations: readonly Consultation[],
  id: string,
): Result<Consultation, ConsultationRefusal> {
  const found = consultations.find((one) => one.id === id);
  if (found === undefined) return refuse({ kind: "notAsked" });
  if (found.end === null) return ok(found);
  const { result, byName, at } = found.end;
  return refuse({ kind: result === "withdrawn" ? "withdrawn" : "alreadyAnswered", byName, at });
}

function ended(
  consultation: Consultation,
  result: ConsultationResult,
  written: string,
  required: boolean,
): Decided {
  const text = readText(written, required);
  return text.ok ? ok({ change: "ended", consultation, result, text: text.value }) : text;
}

function readText(written: string, required: boolean): Result<string, ConsultationRefusal> {
  const text = written.trim();
  if (required && text === "") return refuse({ kind: "noText" });
  return Array.from(text).length > CONSULTATION_LENGTH ? refuse({ kind: "tooLong" }) : ok(text);
}
