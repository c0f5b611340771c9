import { useMemo, useRef, useSyncExternalStore } from "react";
import { commentedFields } from "#app/domain/plan/commented-fields.ts";
import type { RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import { situationWhileTyping } from "#app/domain/plan/live-situation.ts";
import type { PlanOptions } from "#app/domain/plan/options.ts";
import { sectionMarks } from "#app/domain/plan/section-marks.ts";
import { planSections } from "#app/domain/plan/sections.ts";
import { useAutosave } from "#app/ui/form/autosave/autosave.ts";
import { AutosaveNotices } from "#app/ui/form/autosave/AutosaveNotices.tsx";
import { AutosaveStatus } from "#app/ui/form/autosave/AutosaveStatus.tsx";
import { LeaseNotice } from "#app/ui/form/autosave/LeaseNotice.tsx";
import { useLogoutGuard } from "#app/ui/form/autosave/logout-guard.ts";
import { useSectionLease } from "#app/ui/form/autosave/section-lease.ts";
import { typedOver, useLiveAnswers } from "#app/ui/form/live/live-answers.ts";
import { IndustryPicksContext } from "#app/ui/form/industry/industry-picks.ts";
import { rowsOf } from "#app/domain/plan/read-section.ts";
import { SessionNotice } from "#app/ui/form/autosave/SessionNotice.tsx";
import { DerivedChanges } from "#app/ui/plan/DerivedChanges.tsx";
import { MarkCount } from "#app/ui/plan/MarkCount.tsx";
import { COMPANY_FACTS_AFTER, CompanyFactsPanel } from "./CompanyFactsPanel.tsx";
import { DerivedValues } from "./DerivedValues.tsx";
import { figuresAfter, LiveFigures } from "./LiveFigures.tsx";
import { RoutingAnswerView } from "./RoutingAnswerView.tsx";
import { sectionPath } from "./paths.ts";
import type { sectionPage } from "./section-page.server.ts";
import { SectionFields } from "./SectionFields.tsx";
import { shapeOf, shownFields } from "./shown-fields.ts";

export type SectionPage = Awaited<ReturnType<typeof sectionPage>>;

/** 区画の入力。打つ間に保存し、計算した値と提出先の答えを新しくする。 */
export function SectionEditor({
  section,
  page,
  formId,
}: {
  readonly section: SectionSpec;
  readonly page: SectionPage;
  readonly formId: string;
}) {
  const form = useRef<HTMLFormElement>(null);
  const path = sectionPath(page.place, section.id);
  const autosave = useAutosave(form, {
    place: { accountId: page.accountId, ...page.place },
    section,
    url: `${path}/draft`,
    version: page.version,
    raw: page.raw,
  });
  const lease = useSectionLease(`${path}/lease`, page.lease);
  useLogoutGuard(page.accountId);
  const state = autosave.state ?? page.state;
  const routing = state.routing ?? page.routing;
  const live = useLiveAnswers(form, section, page.raw);
  const situationOf = (answers: RawSection) =>
    situationWhileTyping(page.options.situation, section.id, answers);
  // 打つたびには描き直さない。出る欄が変わったときだけ描き直す。
  const shape = () => shapeOf(section, live.now(), situationOf(live.now()));
  useSyncExternalStore(live.subscribe, shape, shape);
  const typed = live.now();
  const raw = useMemo(() => typedOver(section, autosave.raw, typed), [section, autosave.raw, typed]);
  const situation = situationOf(raw);
  // 保存のたびに選択肢を作り直すと、行の全部を描き直すことになる。
  const offered = JSON.stringify({ ...page.options, ...state.options, situation });
  const options = useOptionsIn(offered);
  // 打つ間に欄が出入りする場所を変えると、打っている欄を作り直してしまう。
  const foremost = useMemo(
    () => commentedFields(section, page.comments, page.raw, page.options.situation),
    [section, page.comments, page.raw, page.options.situation],
  );
  const { base } = page;
  const { document } = state;
  const marks = useMemo(
    () => (base === null || document === null ? undefined : sectionMarks(base, document)),
    [base, document],
  );
  // 計算した値は、欄のまとまりが畳まれていても見せる。
  const place = figuresAfter[section.id];
  const after = place !== undefined && foremost?.has(place) === false ? undefined : place;
  const inserted =
    page.facts !== null
      ? {
          after: COMPANY_FACTS_AFTER,
          content: (
            <CompanyFactsPanel
              facts={page.facts}
              companyKey={page.place.companyKey}
              asked={page.saved === "asked"}
            />
          ),
        }
      : null;
  const figures =
    page.figures === null ? (
      <DerivedValues section={state.document ?? undefined} />
    ) : (
      <LiveFigures
        section={section}
        facts={page.figures}
        live={live}
        situation={situation}
        options={page.options}
      />
    );
  const editor = (
    <>
      <LeaseNotice notice={lease} takeOverPath={`${path}/take-over`} />
      <AutosaveNotices autosave={autosave} path={path} form={form} />
      {marks !== undefined && <MarkCount count={marks.count} />}
      <SectionFields
        formRef={form}
        formId={formId}
        tabId={page.lease.tabId}
        section={section}
        raw={raw}
        typed={typed}
        arrival={autosave.arrival}
        version={page.version}
        options={options}
        faults={state.faults}
        shown={shownFields(section, raw, routing, situation)}
        foremost={foremost}
        marks={marks}
        last={planSections.at(-1)?.id === section.id}
        inserted={inserted ?? (after === undefined ? undefined : { after, content: figures })}
        status={<AutosaveStatus status={autosave.status} unkept={autosave.unkept} />}
      >
        {section.id === "industry" ? (
          <RoutingAnswerView routing={routing} explained={rowsOf(raw, "industries").length > 1} />
        ) : (
          after === undefined && figures
        )}
        {marks !== undefined && document !== null && (
          <DerivedChanges section={document} marks={marks} typed={Object.keys(section.fields)} />
        )}
      </SectionFields>
      <SessionNotice seconds={autosave.sessionSeconds ?? page.sessionSeconds} returnTo={path} />
    </>
  );
  return page.picks === null ? (
    editor
  ) : (
    <IndustryPicksContext.Provider value={page.picks}>{editor}</IndustryPicksContext.Provider>
  );
}

/** 中身が同じ間は、同じ物を返す。 */
const useOptionsIn = (json: string): PlanOptions => useMemo(() => JSON.parse(json) as PlanOptions, [json]);
