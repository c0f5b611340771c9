/** 版で変わることの種類と、人が読み比べる言葉。 */
import type { PlanDifference, RoutedTo } from "./replay-plan.ts";

/** 種類と、画面とファイルに出す名前。 */
export const differenceWords = {
  office: "提出先",
  addressee: "宛名",
  guideline: "従う指針",
  electronic: "提出の方法",
  processing: "標準処理期間",
  added: "増える指摘",
  removed: "なくなる指摘",
} as const;

export type DifferenceKind = keyof typeof differenceWords;

/** 画面に並べる順。 */
export const differenceKinds = Object.keys(differenceWords) as readonly DifferenceKind[];

const UNDECIDED = "未定";
const days = { businessDays: "開庁日", days: "日" } as const;

const routedWords = {
  office: ({ office, reason }) => office ?? reason ?? UNDECIDED,
  addressee: ({ addressee }) => addressee ?? UNDECIDED,
  guideline: ({ guideline }) => guideline ?? UNDECIDED,
  electronic: ({ electronic }) => (electronic === null ? UNDECIDED : electronic ? "電子申請" : "郵送"),
  processing: ({ processing }) =>
    processing === null ? UNDECIDED : `${processing.days}${days[processing.unit]}`,
} as const satisfies Partial<Record<DifferenceKind, (routed: RoutedTo) => string>>;

export type RoutedKind = keyof typeof routedWords;
const routedKinds = Object.keys(routedWords) as readonly RoutedKind[];

/** 前と後の言葉。 */
export type RoutedChange = {
  readonly kind: RoutedKind;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

/** @returns 提出先の答えのうち、変わる物だけ。画面に並べる順 */
export const routedChanges = (routing: PlanDifference["routing"]): readonly RoutedChange[] =>
  routing === null
    ? []
    : routedKinds
        .map((kind) => ({
          kind,
          label: differenceWords[kind],
          before: routedWords[kind](routing.before),
          after: routedWords[kind](routing.after),
        }))
        .filter(({ before, after }) => before !== after);

/** @returns その計画で変わることの種類。画面に並べる順 */
export const kindsOfDifference = ({ routing, added, removed }: PlanDifference): readonly DifferenceKind[] => [
  ...routedChanges(routing).map(({ kind }) => kind),
  ...(added.length > 0 ? (["added"] as const) : []),
  ...(removed.length > 0 ? (["removed"] as const) : []),
];
