/**
 * 5 経営力向上の目標及び経営力向上による経営の向上の程度を示す指標（法第17条第2項第1号・第2号）。
 * どの欄が出るかは、選んだ指標の内訳（規則集の inputs）で決まる。
 */
import { defineSection, type FieldSpec, type IndicatorShape, type ShownWhen } from "../field.ts";
import { choice, decimal, integer, longText, text } from "../field-kinds.ts";
import { countsWorkers, indicatorParts, partNames, partsOf, type PartSuffix } from "../indicator-parts.ts";

type Side = "baseline" | "target";
const sides = {
  baseline: { label: "現状", group: "現状の値（A）", note: "直近の決算書の数字を書きます。" },
  target: { label: "目標", group: "計画終了時の目標（B）", note: "計画が終わる年度の目標を書きます。" },
} as const;

/** うるう年の一年の時間。これより長く働くことはできない。 */
const HOURS_IN_YEAR = 8784;

const shapeOf = (...[answers, situation]: Parameters<ShownWhen>): IndicatorShape | undefined =>
  // 送られた文字は、表の鍵とは限らない（__proto__ など）。
  typeof answers["indicator"] === "string" && Object.hasOwn(situation.indicators, answers["indicator"])
    ? situation.indicators[answers["indicator"]]
    : undefined;

const typed = (answers: Parameters<ShownWhen>[0], name: string): boolean =>
  typeof answers[name] === "string" && answers[name].trim() !== "";

/** 指標の決まりが分かればそれで、分からなければ打たれている欄だけを出す。 */
const when =
  (name: string, shown: (shape: IndicatorShape, answers: Parameters<ShownWhen>[0]) => boolean): ShownWhen =>
  (answers, situation) => {
    const shape = shapeOf(answers, situation);
    return shape === undefined ? typed(answers, name) : shown(shape, answers);
  };

const isDirect = (shape: IndicatorShape): boolean => partsOf(shape.inputs).length === 0;
const isHourly = (shape: IndicatorShape, answers: Parameters<ShownWhen>[0]): boolean =>
  countsWorkers(shape.inputs) && answers["labourInput"] === "hours";

/** 単位が一つに決まっていない指標では、申請者が単位を書く。 */
export const asksForUnit = (shape: IndicatorShape): boolean =>
  isDirect(shape) && /自由|または/u.test(shape.unit);

const partFields = <S extends Side>(side: S): Record<`${S}${PartSuffix}`, FieldSpec<number>> =>
  Object.fromEntries(
    partNames.map((name) => {
      const part = indicatorParts[name];
      const field = `${side}${part.suffix}`;
      return [
        field,
        integer({
          label: `${sides[side].label}の${part.label}`,
          unit: part.unit,
          help: `${sides[side].note}${part.help}`,
          example: part.example,
          group: sides[side].group,
          ...(part.role === "divisor" ? { min: 1 } : {}),
          when: when(field, (shape) => partsOf(shape.inputs).includes(name)),
        }),
      ];
    }),
  ) as Record<`${S}${PartSuffix}`, FieldSpec<number>>;

const hours = (side: Side) =>
  integer({
    label: `${sides[side].label}の1人当たり年間就業時間`,
    unit: "時間",
    min: 1,
    max: HOURS_IN_YEAR,
    help: `${sides[side].note}一年に働いた時間の合計を、労働者数で割った時間です。`,
    example: "1,920",
    group: sides[side].group,
    when: when(`${side}HoursPerWorker`, isHourly),
  });

const direct = (side: Side, label: string) =>
  decimal({
    label,
    help: `${sides[side].note}単位は付けずに数だけを書きます。`,
    example: "18.4",
    when: when(side, isDirect),
  });

export const indicators = defineSection({
  id: "indicators",
  number: "5",
  title: "経営力向上の目標及び経営の向上の程度を示す指標",
  intro:
    "指標を選び、今（直近の決算）の値Aと、計画が終わる時の目標Bを入力します。伸び率は計画の期間全体で計算します。",
  fields: {
    goal: longText({
      label: "経営力向上の目標",
      requirement: "recommended",
      maxLength: 1000,
      help: "経営課題を解決して、計画が終わる時にどのような姿になりたいかを書きます。",
      example: "段取り替えの時間を減らし、労働生産性を3年で7%以上高める。",
    }),
    indicator: choice({
      label: "指標の種類",
      help: "選べる指標は、事業分野別指針で決まっています。先に事業分野と都道府県を入力してください。",
      options: "indicators",
    }),
    customName: text({
      label: "指標の名前",
      help: "自社で決める指標の名前です。誰が見ても同じ数になるものにします。",
      example: "1人当たりの記録時間",
      when: when("customName", (shape) => shape.direction === "either"),
    }),
    customUnit: text({
      label: "指標の単位",
      maxLength: 20,
      help: "値の数え方を、短い言葉で書きます。",
      example: "分/日",
      when: when("customUnit", asksForUnit),
    }),
    customDirection: choice({
      label: "良くなる向き",
      help: "値が大きくなるほど良いか、小さくなるほど良いかを選びます。",
      options: [
        { value: "up", label: "大きいほど良い" },
        { value: "down", label: "小さいほど良い" },
      ],
      when: when("customDirection", (shape) => shape.direction === "either"),
    }),
    labourInput: choice({
      label: "労働投入量の数え方",
      help: "現状と目標は、いつも同じ数え方で計算します。",
      options: [
        { value: "workers", label: "労働者数（人）で数える" },
        { value: "hours", label: "労働者数×1人当たり年間就業時間（人・時）で数える" },
      ],
      requirement: "optional",
      when: when("labourInput", (shape) => countsWorkers(shape.inputs)),
    }),
    ...partFields("baseline"),
    baselineHoursPerWorker: hours("baseline"),
    ...partFields("target"),
    targetHoursPerWorker: hours("target"),
    baseline: direct("baseline", "現状の値（A）"),
    target: direct("target", "計画終了時の目標の値（B）"),
  },
});
