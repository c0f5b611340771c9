import type { ReactNode } from "react";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { TwoColumn } from "#app/ui/layout/TwoColumn.tsx";
import { PlanDocumentView } from "#app/ui/plan/PlanDocumentView.tsx";
import { HighlightsPanel } from "#app/ui/primitives/HighlightsPanel.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";
import { Timeline } from "#app/ui/primitives/Timeline.tsx";
import { PlanEquipment } from "./PlanEquipment.tsx";
import { PlanVersions } from "./PlanVersions.tsx";
import type { PlanView } from "./plan-view.server.ts";

/** 計画の画面の中身。会社の画面と局の画面が、行えることだけを替えて使う。 */
export function PlanPage({
  view,
  showActors,
  actions,
}: {
  readonly view: PlanView;
  /** 経過に、行った人の名前を出すか。 */
  readonly showActors: boolean;
  readonly actions: ReactNode;
}) {
  return (
    <>
      {view.ended !== null && (
        <NotificationBanner kind="warning" title={`この計画は${view.ended.on}に終わりました`}>
          <p>{view.ended.reason}</p>
        </NotificationBanner>
      )}
      {view.leftOn !== null && (
        <NotificationBanner kind="info" title={`この計画は${view.leftOn}に承継されました`}>
          <p>承継の時までの内容を読めます。その後の手続は、承継した事業者が行います。</p>
        </NotificationBanner>
      )}
      {view.waiting !== null && (
        <NotificationBanner kind="info" title="認定の取下げの届出が、局の決定を待っています">
          <p>
            {view.waiting.at}　{view.waiting.reason}
          </p>
        </NotificationBanner>
      )}
      <HighlightsPanel
        items={[
          { label: "認定番号", value: view.number },
          { label: "認定事業者", value: view.holderName },
          { label: "初めの認定日", value: view.firstCertifiedOn },
          { label: "実施時期", value: view.period },
          { label: "いまの版", value: `第${view.currentVersion}版` },
          { label: "手続の元", value: view.origin },
        ]}
      />
      <TwoColumn
        asideLabel="計画の歩み"
        aside={
          <>
            <SectionTitle>計画の歩み</SectionTitle>
            <Timeline
              label="計画の歩み"
              items={view.timeline.map(({ body, actor, ...item }) => ({
                ...item,
                ...(body === null ? {} : { body }),
                ...(showActors && actor !== "" ? { actor } : {}),
              }))}
            />
          </>
        }
      >
        {actions}
        <SectionTitle id="dates">大事な日付</SectionTitle>
        <SummaryList
          rows={view.dates.map(({ key, label, value, note }) => ({
            key,
            label,
            value,
            note: <p className="text-solid-gray-700">{note}</p>,
          }))}
        />
        <PlanVersions versions={view.versions} />
        <PlanEquipment equipment={view.equipment} recordNew={view.recordNew} />
        <SectionTitle id="plan">いまの版の内容</SectionTitle>
        {view.document === null ? (
          <p>このポータルには、計画の内容がありません（紙で認定を受けた計画、又は前のシステムの計画）。</p>
        ) : (
          <PlanDocumentView document={view.document} headingLevel={3} />
        )}
      </TwoColumn>
    </>
  );
}
