/** 一覧の一行の、画面に出す言葉。出さない列の値は、画面に渡さない。 */
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import {
  kindWords,
  type ListColumn,
  proposalWords,
  returnKindWords,
} from "#app/domain/worklist/list-columns.ts";
import type { WorkItem } from "#app/usecases/review/work-item.ts";

const elapsedText = ({ elapsed }: WorkItem): string =>
  elapsed === null
    ? ""
    : `${elapsed.since === "accepted" ? "受理" : "申請"}から${elapsed.businessDays}業務日`;

const day = (value: WorkItem["filedOn"] | null): string => (value === null ? "" : formatJapaneseDate(value));

/** 列ごとの言葉。受付番号（リンク）と、状態と目安の日の札は、行の値から画面が作る。 */
const texts: Readonly<Record<ListColumn, (item: WorkItem) => string>> = {
  receiptNumber: () => "",
  companyName: (item) => item.companyName,
  status: (item) =>
    item.proposal !== "" && item.status === "underReview" ? proposalWords[item.proposal] : "",
  filedOn: (item) => day(item.filedOn),
  acceptedOn: (item) => day(item.acceptedOn),
  certifiedOn: (item) => day(item.certifiedOn),
  documentNumber: (item) => item.documentNumber,
  office: (item) => item.officeName,
  ministry: (item) => item.ministry,
  prefecture: (item) => item.prefectureName,
  industry: (item) => `${item.industry.code} ${item.industry.name}`.trim(),
  guideline: (item) => item.guidelineName,
  kind: (item) => kindWords[item.kind],
  assignee: (item) => item.assigneeName ?? "",
  due: ({ due }) => (due.kind === "expected" ? formatJapaneseDate(due.on) : ""),
  elapsed: elapsedText,
  equipmentTypes: (item) => item.equipmentTypes.join("・"),
  returnKinds: (item) => item.returnKinds.map((kind) => returnKindWords[kind]).join("・"),
  returns: (item) => (item.returns === 0 ? "" : `${item.returns}回`),
  companyKey: (item) => item.companyKey,
  updatedOn: (item) => day(item.updatedOn),
};

/**
 * @param columns 出す列。texts はその順
 * @param holder いま審査している人の名前
 */
export const listRow = (item: WorkItem, columns: readonly ListColumn[], holder: string | null = null) => ({
  id: item.id,
  version: item.version,
  receiptNumber: item.receiptNumber,
  companyName: item.companyName,
  status: item.status,
  due: item.due,
  holder,
  texts: columns.map((column) => texts[column](item)),
});

export type ListRow = ReturnType<typeof listRow>;
