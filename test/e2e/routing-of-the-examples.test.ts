/** 例の計画は、業種と所在地だけから、決まった提出先に届く。 */
import { describe, expect, it } from "vitest";
import { construction, type ExamplePlan, nursingCare, warehouse } from "#test/support/example-plans.ts";
import { openHouse } from "./support/house.ts";
import { preparedDraft } from "./support/prepared-draft.ts";
import { checkAnswers, fileApplication, fillSection } from "./support/steps/application.ts";
import { downloadPdf, pdfText } from "./support/steps/documents.ts";
import type { Person } from "./support/steps/log-in.ts";

const house = openHouse();

type Example = {
  readonly plan: ExamplePlan;
  readonly person: Person;
  readonly representative: string;
  /** 確認の画面に出る言葉。 */
  readonly shown: readonly string[];
};

const examples: readonly (readonly [name: string, example: Example])[] = [
  [
    "兵庫県の倉庫業は神戸運輸監理部長に届き、5年で2%の伸びが要る",
    { plan: warehouse, person: "seishin", representative: "代表取締役社長 﨑山 由美", shown: ["2%"] },
  ],
  [
    "大阪府の建設業は近畿地方整備局長に届き、4年で1.5%の伸びが要る",
    { plan: construction, person: "yoshikawa", representative: "代表取締役 𠮷川 誠", shown: ["1.5%"] },
  ],
  [
    "福岡県の介護は九州厚生局長に届き、離職率の低下は3.5ポイントの改善と示される",
    {
      plan: nursingCare,
      person: "yamabuki",
      representative: "理事長 中村 和子",
      shown: ["3.5ポイントの改善"],
    },
  ],
];

describe("提出先", () => {
  it.each(examples)("%s", async (_name, { plan, person, representative, shown }) => {
    // 提出先を決める二つの区画だけを、画面で書く。
    const { company, industry, ...others } = plan.answers;
    const application = await preparedDraft(house.portal, person, others);
    const applicant = await house.arrive(person);
    await fillSection(applicant, application, "company", company ?? {});
    await fillSection(applicant, application, "industry", industry ?? {});

    const check = await checkAnswers(applicant, application);
    const { office, addressee, guideline } = plan.expected;
    for (const words of [representative, office, addressee, guideline, ...shown])
      expect(check).toContain(words);
    expect(check).not.toContain("悪化");

    const form = pdfText(await downloadPdf(applicant, "申請書の PDF を開く（下書き）"));
    expect(form).toContain(representative.replaceAll(" ", ""));
    expect(form).toContain(`${addressee}殿`);

    const receipt = await fileApplication(applicant, application);
    expect(receipt.office).toBe(`${office}（${addressee} 殿）`);
    await applicant.leave();
  });
});
