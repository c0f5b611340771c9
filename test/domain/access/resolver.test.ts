import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Action, ACTIONS } from "#app/domain/access/actions.ts";
import type { Actor, ApplicantActor, GbizAccountType, StaffAssignment } from "#app/domain/access/actor.ts";
import { hasRole, officesOf } from "#app/domain/access/actor.ts";
import { type AccessRecord, mayDo } from "#app/domain/access/resolver.ts";
import { isStaffRole, ROLE_NAMES, ROLES, STAFF_ROLES, type StaffRole } from "#app/domain/access/roles.ts";

const AT = "2026-12-05T05:03:00Z";
const applicant = (accountType: GbizAccountType): ApplicantActor => ({
  kind: "applicant",
  accountId: "a-1",
  displayName: "髙橋 健一",
  companyKey: "7990001000001",
  accountType,
  mandate: "granted",
  authenticatedAt: AT,
});
const staff = (...assignments: StaffAssignment[]): Actor => ({
  kind: "staff",
  accountId: "s-1",
  displayName: "審査 花子",
  assignments,
  authenticatedAt: AT,
});
const holding = (role: StaffRole, officeCode: string | null): Actor =>
  staff({ role, officeCode, ministry: null });

const OWN: AccessRecord = { companyKey: "7990001000001", officeCode: "meti-tohoku", consentToHelpDesk: true };
const OTHER: AccessRecord = {
  companyKey: "6990001000002",
  officeCode: "mlit-kobe",
  consentToHelpDesk: false,
};

/** ほかの局の申請で、東北経済産業局に同意か意見を求めているもの。 */
const CONSULTED: AccessRecord = { ...OTHER, consultedOffices: ["mhlw-kyushu", "meti-tohoku"] };
/** 同じく、ほかの局にだけ求めているもの。 */
const NOT_CONSULTED: AccessRecord = { ...OTHER, consultedOffices: ["mhlw-kyushu"] };

/** 表の列。記録との間柄ごとに、自分のもの・他のものを並べる。 */
const COLUMNS: readonly (readonly [name: string, actor: Actor, record: AccessRecord])[] = [
  ["一般", { kind: "visitor" }, OTHER],
  ["エントリー・自社", applicant("entry"), OWN],
  ["エントリー・他社", applicant("entry"), OTHER],
  ["プライム・自社", applicant("prime"), OWN],
  ["プライム・他社", applicant("prime"), OTHER],
  ["メンバー・自社", applicant("member"), OWN],
  ["メンバー・他社", applicant("member"), OTHER],
  ["審査担当・自局", holding("reviewer", "meti-tohoku"), OWN],
  ["審査担当・他局", holding("reviewer", "meti-tohoku"), NOT_CONSULTED],
  ["審査担当・求められた局", holding("reviewer", "meti-tohoku"), CONSULTED],
  ["決裁者・自局", holding("officeManager", "meti-tohoku"), OWN],
  ["決裁者・他局", holding("officeManager", "meti-tohoku"), NOT_CONSULTED],
  ["決裁者・求められた局", holding("officeManager", "meti-tohoku"), CONSULTED],
  ["代決者・自局", holding("substitute", "meti-tohoku"), OWN],
  ["代決者・他局", holding("substitute", "meti-tohoku"), NOT_CONSULTED],
  ["代決者・求められた局", holding("substitute", "meti-tohoku"), CONSULTED],
  ["企画課", holding("coordinator", null), OTHER],
  ["管理者", holding("administrator", null), OTHER],
  ["問合せ窓口・同意あり", holding("helpDesk", null), OWN],
  ["問合せ窓口・同意なし", holding("helpDesk", null), OTHER],
  ["監査", holding("auditor", null), OTHER],
  ["処理", { kind: "system", job: "outbox" }, OTHER],
];

/** ○ できる、ロ ログインが要る、役 役割が違う、外 自分のものでない、種 アカウントの種別が違う、プ プライムだけができる。 */
const MARKS: Readonly<Record<string, string>> = {
  allowed: "○",
  unauthenticated: "ロ",
  role: "役",
  notYours: "外",
  accountType: "種",
  primeOnly: "プ",
};

const EVERYONE = "○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○";
const COMPANY = "ロ ○ 外 ○ 外 ○ 外 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役";
const FILER = "ロ 種 外 ○ 外 ○ 外 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役";
const OFFICE = "ロ 役 役 役 役 役 役 ○ 外 外 ○ 外 外 役 役 役 役 役 役 役 役 役";
const READ = "ロ 役 役 役 役 役 役 ○ 外 外 ○ 外 外 役 役 役 ○ 役 役 役 役 役";
const MANAGER = "ロ 役 役 役 役 役 役 役 役 役 ○ 外 外 役 役 役 役 役 役 役 役 役";
const DECIDER = "ロ 役 役 役 役 役 役 役 役 役 ○ 外 外 ○ 外 外 役 役 役 役 役 役";
const ADMIN = "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ 役 役 役 役";
const NOBODY = "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役";
const SYSTEM = "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○";

const EXPECTED: Readonly<Record<Action, string>> = {
  "lookup.view": EVERYONE,
  "guideline.view": EVERYONE,
  "certificate.verify": EVERYONE,
  "publication.view": EVERYONE,
  "report.own": COMPANY,
  "report.file": FILER,
  "report.list": READ,
  "report.receive": OFFICE,
  "publication.publish": "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ 役 役 役 役 ○",
  "company.view": COMPANY,
  "plan.draft": COMPANY,
  "plan.viewOwn": COMPANY,
  "plan.recordEquipment": FILER,
  "plan.surrender": FILER,
  "plan.decideSurrender": DECIDER,
  "plan.file": FILER,
  "plan.recall": FILER,
  "plan.withdraw": FILER,
  "certificate.download": "ロ 種 外 ○ 外 ○ 外 ○ 外 外 ○ 外 外 役 役 役 ○ 役 役 役 役 役",
  "message.read": "ロ ○ 外 ○ 外 ○ 外 ○ 外 外 ○ 外 外 役 役 役 ○ 役 役 役 役 役",
  "message.send": "ロ ○ 外 ○ 外 ○ 外 ○ 外 外 ○ 外 外 役 役 役 役 役 役 役 役 役",
  "mails.bounce": EVERYONE,
  "mails.confirmBounce": OFFICE,
  "notices.choose": "ロ 種 外 ○ 外 ○ 外 ○ ○ ○ ○ ○ ○ 役 役 役 役 役 役 役 役 役",
  "review.awaiting": "ロ 役 役 役 役 役 役 ○ ○ ○ ○ ○ ○ 役 役 役 役 役 役 役 役 役",
  "review.list": READ,
  "review.view": "ロ 役 役 役 役 役 役 ○ 外 ○ ○ 外 ○ 役 役 役 ○ 役 役 役 役 役",
  "review.escalations": "ロ 役 役 役 役 役 役 役 役 役 ○ 外 外 ○ 外 外 ○ 役 役 役 役 役",
  "review.hold": OFFICE,
  "review.note": OFFICE,
  "review.check": OFFICE,
  "review.accept": OFFICE,
  "review.assign": OFFICE,
  "review.reassign": MANAGER,
  "review.transfer": OFFICE,
  "review.pause": OFFICE,
  "review.correctAcceptance": OFFICE,
  "review.return": OFFICE,
  "review.propose": OFFICE,
  "review.certify": DECIDER,
  "review.decline": DECIDER,
  "certificate.correct": MANAGER,
  "certificate.revoke": MANAGER,
  "review.sendBack": DECIDER,
  "confirmation.draft": COMPANY,
  "confirmation.viewOwn": COMPANY,
  "confirmation.file": FILER,
  "confirmation.withdraw": FILER,
  "confirmation.download": "ロ 種 外 ○ 外 ○ 外 ○ 外 外 ○ 外 外 役 役 役 ○ 役 役 役 役 役",
  "confirmation.list": READ,
  "confirmation.view": READ,
  "confirmation.return": OFFICE,
  "confirmation.propose": OFFICE,
  "confirmation.confirm": DECIDER,
  "confirmation.decline": DECIDER,
  "confirmation.issue": SYSTEM,
  "consultation.ask": OFFICE,
  "consultation.answer": "ロ 役 役 役 役 役 役 外 外 ○ 外 外 ○ 役 役 役 役 役 役 役 役 役",
  "consultation.consent": "ロ 役 役 役 役 役 役 役 役 役 外 外 ○ 外 外 ○ 役 役 役 役 役 役",
  "office.editAssignRules": MANAGER,
  "office.nameSubstitute": MANAGER,
  "office.editTexts": OFFICE,
  "office.editChecklists": OFFICE,
  "rulebook.view": "ロ 役 役 役 役 役 役 ○ ○ ○ ○ ○ ○ 役 役 役 ○ ○ 役 役 役 役",
  "rulebook.edit": "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ 役 役 役 ○",
  "rulebook.publish": ADMIN,
  "surveys.propose": "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ 役 役 役 役 役",
  "surveys.confirm": "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ ○ 役 役 役 役",
  "users.manage": ADMIN,
  "accounts.stop": "ロ 種 外 ○ 外 プ 外 役 役 役 役 役 役 役 役 役 役 ○ 役 役 役 役",
  "mails.view": ADMIN,
  "jobs.view": ADMIN,
  "handOver.view": ADMIN,
  "directory.manage": ADMIN,
  "sharing.consent": FILER,
  "api.enter": EVERYONE,
  "api.read": NOBODY,
  "api.manage": ADMIN,
  "audit.view": "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ 役",
  "statistics.view": READ,
  "exports.run": READ,
  "enquiry.view": "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ ○ 役 役",
  "enquiry.viewApplication": "ロ 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 役 ○ 外 役 役",
  "certificate.issue": SYSTEM,
  "paper.store": SYSTEM,
  "mails.send": SYSTEM,
};

describe("権限の表 (操作 × 役割 × 間柄)", () => {
  it.each(ACTIONS)("%s は表のとおり", (action) => {
    const marks = COLUMNS.map(([name, actor, record]) => {
      const decision = mayDo(actor, action, record);
      return `${name}=${MARKS[decision.allowed ? "allowed" : decision.reason] ?? "?"}`;
    });
    const expected = EXPECTED[action]
      .split(" ")
      .map((mark, index) => `${COLUMNS[index]?.[0] ?? "?"}=${mark}`);
    expect(marks).toEqual(expected);
  });

  it("記録なしなら役割としてできるかを答える", () => {
    expect(mayDo(applicant("prime"), "plan.file")).toEqual({ allowed: true });
    expect(mayDo(applicant("entry"), "plan.file")).toEqual({ allowed: false, reason: "accountType" });
    expect(mayDo(holding("reviewer", "meti-tohoku"), "review.view")).toEqual({ allowed: true });
    expect(mayDo(holding("auditor", null), "review.view")).toEqual({ allowed: false, reason: "role" });
    expect(mayDo({ kind: "visitor" }, "plan.draft")).toEqual({ allowed: false, reason: "unauthenticated" });
  });

  it("権限を受けていないメンバーは、会社を代表する手続だけができない。受けたか分からなければ止めない", () => {
    const member = applicant("member");
    const refused = ACTIONS.filter((action) => {
      const decision = mayDo({ ...member, mandate: "absent" }, action, OWN);
      return !decision.allowed && decision.reason === "mandate";
    });
    expect(refused).toEqual([
      "plan.file",
      "plan.recall",
      "plan.withdraw",
      "plan.surrender",
      "confirmation.file",
      "confirmation.withdraw",
      "sharing.consent",
    ]);
    for (const action of ACTIONS)
      expect(mayDo({ ...member, mandate: "unknown" }, action, OWN)).toEqual(mayDo(member, action, OWN));
    expect(mayDo({ ...member, mandate: "absent" }, "plan.file", OTHER)).toMatchObject({ reason: "notYours" });
  });

  it("分からない属性では間柄が成り立たない", () => {
    for (const [actor, action] of [
      [applicant("prime"), "plan.viewOwn"],
      [holding("reviewer", "meti-tohoku"), "review.view"],
      [holding("reviewer", null), "review.view"],
      [holding("helpDesk", null), "enquiry.viewApplication"],
    ] as const) {
      expect(mayDo(actor, action, {})).toEqual({ allowed: false, reason: "notYours" });
      expect(mayDo(actor, action, { officeCode: null })).toEqual({ allowed: false, reason: "notYours" });
    }
  });

  it("割当てのない職員は公開の操作しかできない", () => {
    const nobody = staff();
    expect(ACTIONS.filter((action) => mayDo(nobody, action).allowed)).toEqual([
      "lookup.view",
      "guideline.view",
      "certificate.verify",
      "publication.view",
      "api.enter",
      "mails.bounce",
    ]);
  });

  it("連携先は、公開の操作のほか、連携の口から読むことしかできない", () => {
    const client = { kind: "apiClient", clientId: "c-1", name: "連携先", scopes: ["plans.basic"] } as const;
    expect(ACTIONS.filter((action) => mayDo(client, action, OWN).allowed)).toEqual([
      "lookup.view",
      "guideline.view",
      "certificate.verify",
      "publication.view",
      "api.enter",
      "api.read",
      "mails.bounce",
    ]);
  });
});

const assignment = fc.record({
  role: fc.constantFrom(...STAFF_ROLES),
  officeCode: fc.constantFrom("meti-tohoku", "mlit-kobe", null),
  ministry: fc.constantFrom("meti", "mlit", null),
});
const record = fc.option(
  fc.record(
    {
      companyKey: fc.constantFrom("7990001000001", "6990001000002"),
      officeCode: fc.constantFrom("meti-tohoku", "mlit-kobe", null),
      consentToHelpDesk: fc.boolean(),
      consultedOffices: fc.subarray(["meti-tohoku", "mlit-kobe"]),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const action = fc.constantFrom(...ACTIONS);

describe("権限の性質", () => {
  it.each(["reviewer", "officeManager"] as const)(
    "求められただけの局の %s に新しくできるのは、記録を読むことと答えることだけ",
    (role) => {
      const actor = holding(role, "meti-tohoku");
      expect(
        ACTIONS.filter(
          (what) => mayDo(actor, what, CONSULTED).allowed && !mayDo(actor, what, NOT_CONSULTED).allowed,
        ),
      ).toEqual(
        role === "officeManager"
          ? ["review.view", "consultation.answer", "consultation.consent"]
          : ["review.view", "consultation.answer"],
      );
    },
  );

  it("割当てを増やしても、できたことができなくなることはない", () => {
    fc.assert(
      fc.property(
        fc.array(assignment, { maxLength: 4 }),
        assignment,
        action,
        record,
        (had, added, what, on) => {
          if (mayDo(staff(...had), what, on).allowed) {
            expect(mayDo(staff(...had, added), what, on).allowed).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("記録を渡して許されることは、記録なしでも必ず許される", () => {
    fc.assert(
      fc.property(fc.array(assignment, { maxLength: 3 }), action, record, (had, what, on) => {
        if (mayDo(staff(...had), what, on).allowed) expect(mayDo(staff(...had), what).allowed).toBe(true);
      }),
    );
  });

  it("計画を決めるのは決裁者の割当てを持つ職員だけ", () => {
    const decisions = [
      "review.certify",
      "review.decline",
      "review.sendBack",
      "review.reassign",
      "consultation.consent",
      "confirmation.confirm",
      "confirmation.decline",
    ] as const;
    fc.assert(
      fc.property(
        fc.array(assignment, { maxLength: 5 }),
        fc.constantFrom(...decisions),
        record,
        (had, what, on) => {
          const actor = staff(...had);
          if (mayDo(actor, what, on).allowed)
            expect(hasRole(actor, "officeManager") || hasRole(actor, "substitute")).toBe(true);
        },
      ),
    );
  });

  it("一般の人にできるのは、誰にでもできる公開の操作だけ", () => {
    fc.assert(
      fc.property(action, record, assignment, (what, on, held) => {
        if (mayDo({ kind: "visitor" }, what, on).allowed) {
          expect(mayDo(staff(held), what, on).allowed).toBe(true);
          expect(mayDo(applicant("entry"), what, on).allowed).toBe(true);
        }
      }),
    );
  });
});

describe("役割と割当て", () => {
  it("すべての役割に日本語の名前がある", () => {
    expect(ROLES.map((role) => ROLE_NAMES[role]).every((name) => /^[^\w]+$/u.test(name))).toBe(true);
    expect(isStaffRole("reviewer")).toBe(true);
    expect(isStaffRole("applicant")).toBe(false);
  });

  it("割り当てられた提出先を重なりなく挙げる", () => {
    const actor = staff(
      { role: "reviewer", officeCode: "meti-tohoku", ministry: "meti" },
      { role: "officeManager", officeCode: "meti-tohoku", ministry: "meti" },
      { role: "reviewer", officeCode: "mlit-kobe", ministry: "mlit" },
      { role: "auditor", officeCode: null, ministry: null },
    );
    expect(actor.kind === "staff" ? officesOf(actor) : []).toEqual(["meti-tohoku", "mlit-kobe"]);
    expect(hasRole(actor, "auditor")).toBe(true);
    expect(hasRole({ kind: "visitor" }, "auditor")).toBe(false);
  });
});
