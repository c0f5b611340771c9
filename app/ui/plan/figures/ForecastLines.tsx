import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import type { CertificationForecast } from "#app/domain/plan/certification-forecast.ts";
import { SummaryList, type SummaryRow } from "../../primitives/SummaryList.tsx";
import { Tag } from "../../primitives/Tag.tsx";

/** 認定の見込みの日と、事業年度のうちに認定を受けるための申請の期限。 */
export function ForecastLines({
  forecast,
  title,
}: {
  readonly forecast: CertificationForecast;
  readonly title?: string | undefined;
}) {
  const { from, accepted, processing, expected, closingMonth, yearEnd, fileBy } = forecast;
  const late = fileBy !== null && fileBy < from;
  const rows: readonly SummaryRow[] = [
    {
      key: "expected",
      label: "見込む認定の日",
      value: expected === null || processing === null ? null : formatJapaneseDate(expected),
      note:
        expected === null || processing === null ? null : (
          <p className="text-solid-gray-700">
            {accepted ? "受理された日" : "今日申請した場合の日"}（{formatJapaneseDate(from)}
            ）の翌日から、標準処理期間の{processing.days}
            {processing.unit === "businessDays" ? "業務日" : "日"}
            を数えました。差戻しの間は進みません。見込みで、約束ではありません。
          </p>
        ),
    },
    {
      key: "yearEnd",
      label: "今の事業年度の末日",
      value: yearEnd === null ? null : `${formatJapaneseDate(yearEnd)}（決算月は${String(closingMonth)}月）`,
    },
    ...(fileBy === null
      ? []
      : [
          {
            key: "fileBy",
            label: "その末日に間に合う申請の期限",
            value: (
              <>
                {formatJapaneseDate(fileBy)}{" "}
                {late && !accepted && <Tag tone="warning">今日申請しても間に合わない見込みです</Tag>}
              </>
            ),
            note: (
              <p className="text-solid-gray-700">
                税制の措置では、設備の取得と認定が同じ事業年度に収まる必要があります。
              </p>
            ),
          },
        ]),
  ];
  return (
    <div className="mt-5">
      {title !== undefined && <h3 className="mb-2 text-std-17B-170">{title}</h3>}
      <SummaryList rows={rows} emptyText="提出先と決算月が決まると計算します" />
    </div>
  );
}
