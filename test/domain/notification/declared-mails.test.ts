/** 申請の流れの出来事は、どれも、送るメールか、送らない理由を決めてある。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeclaredMails, declaredMails } from "#app/domain/notification/declared-mails.ts";
import { decide, type Decision } from "#app/domain/workflow/decide.ts";
import { type ApplicationEvent, eventWords } from "#app/domain/workflow/events.ts";
import { statuses } from "#app/domain/workflow/statuses.ts";
import { destinations } from "#app/domain/workflow/transitions.ts";
import { aCommandNamed, aState, commandNames } from "#test/domain/workflow/workflow-arbitrary.ts";

const declarations: Readonly<Record<string, DeclaredMails>> = declaredMails;
const events = Object.keys(eventWords) as ApplicationEvent["type"][];

/** 出来事と同時に送ると決めたメール。 */
const declaredNow = ({ events: happened }: Decision): readonly string[] =>
  happened.flatMap(({ type }) => {
    const { applicant, office, after } = declarations[type] ?? {};
    if (after !== undefined) return [];
    return [
      ...(applicant === undefined ? [] : [`${applicant} → applicant`]),
      ...(office === undefined ? [] : [`${office} → office`]),
    ];
  });

const mailsOf = ({ effects }: Decision): readonly string[] =>
  effects.flatMap((effect) => (effect.kind === "mail" ? [`${effect.template} → ${effect.to}`] : []));

describe("出来事ごとのメールの決まり", () => {
  it.each(events)("%s は、両方に送るか、送らない理由がある", (type) => {
    const { applicant, office, silence = "" } = declarations[type] ?? {};
    expect(applicant !== undefined && office !== undefined ? true : silence.length > 10).toBe(true);
  });

  it.each(commandNames)("%s で送るメールと作る物は、起きた出来事の決まりと同じ", (name) => {
    const possible = statuses.filter((status) => destinations(status, name) !== undefined);
    let times = 0;
    fc.assert(
      fc.property(aState, fc.constantFrom(...possible), aCommandNamed(name), (other, status, command) => {
        const decided = decide({ ...other, status }, command, { filedOn: "2026-12-01", consents: [] });
        if (!decided.ok) return;
        times += 1;
        const { events: happened, effects } = decided.value;
        expect(happened.length).toBeGreaterThan(0);
        expect(mailsOf(decided.value).toSorted()).toEqual(declaredNow(decided.value).toSorted());
        const later = happened.some(({ type }) => declarations[type]?.after === "certificate");
        expect(effects.some(({ kind }) => kind === "issueCertificate")).toBe(later);
      }),
      { numRuns: 300, seed: 20261201 },
    );
    expect(times).toBeGreaterThan(0);
  });
});
