import { useLoaderData } from "@remix-run/react";
import { parseCivilDate } from "#app/domain/calendar/civil-date.ts";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { Table, type TableColumn } from "#app/ui/primitives/Table.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { currentRulebook } from "#app/usecases/context.ts";
import { simulateRouting } from "#app/usecases/rulebook/simulate-routing.server.ts";
import { EditionFrame } from "./EditionFrame.tsx";
import { SimulatorForm } from "./SimulatorForm.tsx";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { type SimulatedRow, simulatedRows } from "./simulated-rows.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "提出先の試し引き | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => {
  const edition = editionHeading(await openEditionPage(guard), guard.actor);
  const value = (name: string): string => (guard.url.searchParams.get(name) ?? "").normalize("NFKC").trim();
  const typed = {
    industry: value("industry"),
    prefecture: value("prefecture"),
    on: value("on"),
    municipality: value("municipality"),
  };
  const prefectures = [...currentRulebook(guard.useCase).rulebook.prefectures.values()].map(
    ({ code, name }) => ({ value: code, label: name }),
  );
  if (typed.industry === "" && typed.prefecture === "") return { edition, typed, prefectures, answer: null };
  const on = parseCivilDate(typed.on);
  const simulated = await simulateRouting(guard.useCase, {
    editionId: edition.id,
    query: {
      industry: typed.industry,
      prefecture: typed.prefecture,
      ...(typed.on === "" ? {} : { on: on.ok ? on.value : typed.on }),
      ...(typed.municipality === "" ? {} : { municipality: typed.municipality }),
    },
  });
  if (!simulated.ok) throw refusalResponse(simulated.error);
  const { published, edition: tried, differs } = simulated.value;
  return {
    edition,
    typed,
    prefectures,
    answer: {
      differs,
      faults: tried.ok ? [] : tried.error.map(({ file, line, message }) => `${file} ${line}行目：${message}`),
      rows: tried.ok ? simulatedRows(published, tried.value) : [],
    },
  };
});

const columns: readonly TableColumn<SimulatedRow>[] = [
  { key: "label", header: "項目", rowHeader: true, width: 2, cell: ({ label }) => label },
  { key: "published", header: "公布済みの版", width: 5, cell: ({ published }) => published },
  {
    key: "edition",
    header: "この版",
    width: 5,
    cell: ({ edition, published }) =>
      edition === published ? (
        edition
      ) : (
        <span className="flex flex-wrap items-start gap-2">
          <Tag tone="info">変わる</Tag>
          {edition === "" ? "（なし）" : edition}
        </span>
      ),
  },
];

export default function Simulator() {
  const { edition, typed, prefectures, answer } = useLoaderData<typeof loader>();
  return (
    <EditionFrame
      edition={edition}
      title="提出先の試し引き"
      page="/simulator"
      lead="業種と都道府県を入れると、公布済みの版とこの版の答えを、決めた決まりと一緒に並べます。"
    >
      <SimulatorForm typed={typed} prefectures={prefectures} />
      {answer !== null && answer.faults.length > 0 && (
        <NotificationBanner kind="error" title="この版は、直す所があるので試せません" announce>
          <ul className="list-disc pl-5">
            {answer.faults.slice(0, FAULTS_SHOWN).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {answer !== null && answer.faults.length === 0 && (
        <>
          <NotificationBanner
            kind={answer.differs ? "warning" : "info"}
            title={answer.differs ? "答えが変わります" : "答えは変わりません"}
            announce
          />
          <Table
            caption="二つの版の答え"
            captionHidden
            columns={columns}
            rows={answer.rows}
            rowKey={({ key }) => key}
            variant="cards"
          />
        </>
      )}
    </EditionFrame>
  );
}

const FAULTS_SHOWN = 20;
