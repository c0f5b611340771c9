/**
 * 権限の判断。表 (`matrix.ts`) と主体と記録だけから答える。
 * 二度使う: 入口では記録なしで「役割としてできるか」、use case では記録を渡して「この記録にできるか」。
 */
import type { Action } from "./actions.ts";
import type { Actor, ApplicantActor, StaffActor, StaffAssignment } from "./actor.ts";
import { MATRIX, type Rule, type StaffRelation } from "./matrix.ts";

/** 判断に要る記録の属性。省いた属性は「分からない」とみなし、間柄は成り立たない。 */
export type AccessRecord = {
  readonly companyKey?: string;
  /** 提出先の符号。null はまだどの提出先にも届いていない。 */
  readonly officeCode?: string | null;
  /** 同意又は意見を求められている、又は答えた局の符号。 */
  readonly consultedOffices?: readonly string[];
  readonly consentToHelpDesk?: boolean;
};

/**
 * できない理由。`unauthenticated` はログインへ、`role`、`accountType`、`primeOnly`、`mandate` は 403、
 * `notYours` は記録の有無を明かさないため 404 で答える。
 */
export type AccessRefusal = "unauthenticated" | "role" | "notYours" | "accountType" | "primeOnly" | "mandate";

/** 判断の結果。 */
export type AccessDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: AccessRefusal };

const ALLOWED: AccessDecision = { allowed: true };
const refused = (reason: AccessRefusal): AccessDecision => ({ allowed: false, reason });

/**
 * その主体がその操作をできるか。
 * @param record 対象の記録。省くと役割としてできるかだけを答える (一件の記録を扱う前に必ず渡して問い直す)
 */
export function mayDo(actor: Actor, action: Action, record?: AccessRecord): AccessDecision {
  const rule: Rule = MATRIX[action];
  if (rule.public === true) return ALLOWED;
  switch (actor.kind) {
    case "visitor":
      return refused("unauthenticated");
    case "applicant":
      return applicantMayDo(actor, rule, record);
    case "staff":
      return staffMayDo(actor, rule, record);
    case "system":
      return rule.system === true ? ALLOWED : refused("role");
    case "apiClient":
      return rule.api === true ? ALLOWED : refused("role");
  }
}

function applicantMayDo(actor: ApplicantActor, rule: Rule, record: AccessRecord | undefined): AccessDecision {
  if (rule.applicant === undefined) return refused("role");
  // 種別より先に間柄を見る。他社の記録があることを種別の違いから悟らせない。
  if (record !== undefined && record.companyKey !== actor.companyKey) return refused("notYours");
  if (rule.applicant.includes(actor.accountType))
    return rule.mandated === true && actor.mandate === "absent" ? refused("mandate") : ALLOWED;
  return refused(actor.accountType === "entry" ? "accountType" : "primeOnly");
}

function staffMayDo(actor: StaffActor, rule: Rule, record: AccessRecord | undefined): AccessDecision {
  const granted = actor.assignments.flatMap((assignment) => {
    const relation = rule.staff?.[assignment.role];
    return relation === undefined ? [] : [{ assignment, relation }];
  });
  if (granted.length === 0) return refused("role");
  if (record === undefined) return ALLOWED;
  const related = granted.some(({ assignment, relation }) => isRelated(relation, assignment, record));
  return related ? ALLOWED : refused("notYours");
}

function isRelated(relation: StaffRelation, assignment: StaffAssignment, record: AccessRecord): boolean {
  switch (relation) {
    case "any":
      return true;
    case "consented":
      return record.consentToHelpDesk === true;
    case "ownOffice":
      return assignment.officeCode !== null && assignment.officeCode === record.officeCode;
    case "consultedOffice":
      return (
        assignment.officeCode !== null && record.consultedOffices?.includes(assignment.officeCode) === true
      );
    case "ownOrConsulted":
      return isRelated("ownOffice", assignment, record) || isRelated("consultedOffice", assignment, record);
  }
}
