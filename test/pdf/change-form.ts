/** 例の計画（製造業）を認定を受けた計画とし、設備を足し、実施時期を延ばした変更の認定申請の様式。 */
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { changeBaseSection, writeChangeBase } from "#app/domain/plan-life/change-base.ts";
import { formHeading } from "#app/domain/plan/form-number.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { formChange } from "#app/usecases/papers/form-change.ts";
import type { FormV1 } from "#pdf-templates/registry.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";
import { someBase } from "#test/domain/plan-life/some-base.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";
import { manufacturing, withFields } from "#test/support/example-plans.ts";
import { filedForm } from "./plan-fixtures.ts";

const on = date("2027-06-01");
const certified = manufacturing.answers;

const rowsIn = (answers: RawAnswers, section: string, table: string): readonly RawRow[] =>
  (answers[section]?.[table] ?? []) as readonly RawRow[];

/** 変更事項を書き、元を写した答え。 */
const changeOf = (answers: RawAnswers): RawAnswers => ({
  ...answers,
  [changeBaseSection]: writeChangeBase(someBase),
  change: {
    changes: [
      {
        id: "c1",
        subject: "equipment",
        content: "5軸制御立形マシニングセンタ1台に、自動計測装置2台を加える。",
        reason: "受注の増加により、検査の工程を自動化する必要が生じたため。",
      },
      { id: "c2", subject: "period", content: "実施時期を5年に延ばす。", reason: "増設に合わせるため。" },
    ],
    progress: [{ id: "p1", target: "5軸加工機の多台持ち", state: "inProgress", note: "2名の教育を終えた。" }],
    realEstate: "no",
  },
});

const equipment = rowsIn(certified, "equipment", "equipment");
const [machine] = equipment;
const outline = certified["present-state"]?.["business"];
const business = typeof outline === "string" ? outline : "";

const changed = withFields(certified, "equipment", {
  equipment: [
    ...equipment.map((row) => ({ ...row, model: "VX5-600α" })),
    { ...machine, id: "equipment-9", name: "自動計測装置", model: "QM-20", unitPrice: "4200", quantity: "2" },
  ],
});

/** 設備を二台足し、型式、資金、実施時期、自社の事業概要を直した計画。 */
export const changedPlan: RawAnswers = changeOf({
  ...changed,
  funding: { ...certified["funding"], funds: rowsIn(certified, "funding", "funds").slice(0, 1) },
  period: { ...certified["period"], end: "2031年11月" },
  "present-state": {
    ...certified["present-state"],
    business: business
      .replace("46名", "48名")
      .replace("約7割を占める。", "約6割を占め、医療機器の部品も手がける。"),
  },
});

const documentOf = (answers: RawAnswers) => planDocument(rulebook, answers, on);

/**
 * @param base 認定を受けた計画の答え。紙の認定なら null
 */
export function changeForm(answers = changedPlan, base: RawAnswers | null = certified): FormV1 {
  const document = documentOf(answers);
  return filedForm({
    cover: { ...filedForm().cover, heading: formHeading(answers) },
    document: document as FormV1["document"],
    change: formChange(answers, document, base === null ? null : documentOf(base)) as FormV1["change"],
  });
}
