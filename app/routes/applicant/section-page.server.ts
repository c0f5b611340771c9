/** 区画の画面の読み込みと、ボタンでの保存。 */
import { data, redirect } from "@remix-run/node";
import type { ApplicantActor } from "#app/domain/access/actor.ts";
import { sectionAfter } from "#app/domain/plan/applicable-sections.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import type { Guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { secondsLeft } from "#app/http/session-seconds.ts";
import { unreadEditionChange } from "#app/usecases/applications/edition-change.server.ts";
import { openSection } from "#app/usecases/applications/open-section.server.ts";
import { releaseSectionLease } from "#app/usecases/applications/release-section-lease.server.ts";
import { saveSection } from "#app/usecases/applications/save-section.server.ts";
import { offeredConfirmations } from "#app/usecases/confirmations/plan-confirmations.server.ts";
import { summaryOf } from "#app/ui/form/rows/paste-words.ts";
import { applicationPath, sectionPath } from "./paths.ts";
import { currentRulebook } from "#app/usecases/context.ts";
import { companyFactsView, fillAsked } from "./company-facts.server.ts";
import { readIndustryPicks } from "./industry-pick-form.server.ts";
import { industryPicks } from "./industry-picks.server.ts";
import { conflictView } from "./section-conflict.server.ts";
import { pasteQuery, pasteSummaryIn } from "./paste-summary.ts";
import { leaseForPage } from "./section-lease-page.server.ts";
import { readSectionForm, revealedField } from "./section-form.server.ts";
import { pasteIntoSection } from "./section-paste.server.ts";
import { sectionStateOf } from "./section-state.server.ts";

export async function sectionPage({ param, url, useCase, actor, limits }: Guarded<ApplicantActor>) {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const opened = await openSection(useCase, { ...place, section: param("section") });
  if (!opened.ok) throw refusalResponse(opened.error);
  const { sectionId, raw, version, options, comments, routing, figures, base } = opened.value;
  if (!opened.value.editable) throw redirect(applicationPath(place));
  const change = await unreadEditionChange(useCase, opened.value.application);
  const lease = await leaseForPage(useCase, { ...place, section: sectionId });
  return {
    place,
    lease,
    accountId: actor.accountId,
    sectionId,
    raw,
    version,
    options,
    comments,
    changedTo: change?.label ?? null,
    routing,
    figures,
    base,
    state: sectionStateOf(opened.value),
    picks:
      sectionId === "industry"
        ? industryPicks(
            useCase,
            { industry: raw, company: opened.value.answers["company"] ?? {} },
            url.searchParams,
          )
        : null,
    offers: sectionId === "equipment" ? await offeredConfirmations(useCase, opened.value.application) : null,
    facts: sectionId === "company" ? await companyFactsView(useCase, place.companyKey, raw) : null,
    saved: url.searchParams.get("saved"),
    pasted: pasteSummaryIn(url.searchParams),
    sessionSeconds: secondsLeft(limits, useCase.clock.now()),
  };
}

export async function saveSectionPage({ request, param, useCase, tools }: Guarded<ApplicantActor>) {
  const place = { companyKey: param("company"), applicationId: param("id") };
  const section = sectionOf(param("section"));
  const sent = await request.formData();
  const form = readSectionForm(sent);
  const before =
    form.pastes.size === 0 ? null : await openSection(useCase, { ...place, section: param("section") });
  const { answers: given, pasted } =
    section !== undefined && before?.ok === true
      ? await pasteIntoSection(section, form, before.value.raw, before.value.options, useCase.newId)
      : { answers: form.answers, pasted: null };
  const picked =
    section?.id === "industry"
      ? readIndustryPicks(currentRulebook(useCase).rulebook, sent, given, form.entered)
      : { answers: given, stay: null };
  const asked =
    section?.id === "company"
      ? await fillAsked(useCase, tools, place.companyKey, sent, picked.answers)
      : null;
  const saved = await saveSection(useCase, {
    ...place,
    section: param("section"),
    expectedVersion: form.version,
    answers: asked?.answers ?? picked.answers,
    rowsShown: form.rowsShown,
    ...(form.resolution === null ? {} : { resolution: form.resolution }),
  });
  const opened = await openSection(useCase, { ...place, section: param("section") });
  if (!opened.ok || section === undefined)
    throw refusalResponse(opened.ok ? { kind: "notFound" } : opened.error);
  const { options, state } = { options: opened.value.options, state: sectionStateOf(opened.value) };
  if (!saved.ok) {
    if (saved.error.kind !== "stale" || saved.error.conflict === undefined)
      throw refusalResponse(saved.error);
    const { conflict, by } = saved.error;
    // 選んだ後にさらに別の保存と重なったときは、選び直してもらう。
    const chosen = form.resolution?.against === conflict.theirVersion ? form.resolution.choices : null;
    return data(
      { kind: "conflict" as const, conflict: conflictView(section, conflict, options, { by, chosen }) },
      { status: 409 },
    );
  }
  // 次の人がすぐ編集できるように、保存して離れる画面の占有を手放す。
  await releaseSectionLease(useCase, { ...place, section: section.id, tabId: form.tab });
  if (pasted !== null)
    throw redirect(
      `${sectionPath(place, section.id)}?${pasteQuery(pasted.field, summaryOf(pasted.outcome))}#${pasted.field}`,
    );
  if (form.rowsTouched !== null)
    throw redirect(`${sectionPath(place, section.id)}?saved=rows#${form.rowsTouched}`);
  if (asked !== null) throw redirect(`${sectionPath(place, section.id)}${asked.stay}`);
  if (picked.stay !== null) throw redirect(`${sectionPath(place, section.id)}${picked.stay}`);
  const { raw, version, outcome } = saved.value;
  if (state.faults.length > 0) return data({ kind: "faults" as const, raw, version, state }, { status: 422 });
  const revealed = revealedField(section, raw, sent, options.situation);
  if (revealed !== null && form.resolution === null)
    throw redirect(`${sectionPath(place, section.id)}?saved=revealed#${revealed}`);
  if (outcome === "merged") throw redirect(`${sectionPath(place, section.id)}?saved=merged`);
  const following = sectionAfter(opened.value.answers, section.id);
  throw redirect(
    form.next === "list" || following === undefined
      ? `${applicationPath(place)}?saved=${section.id}`
      : sectionPath(place, following.id),
  );
}
