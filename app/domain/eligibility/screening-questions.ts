/**
 * 始めの質問の一覧。新規か変更か (法第17条第1項・第18条第1項)、様式第2 か、認定を受けられる者か
 * (法第2条第6項)、税の特例を使えるか (租税特別措置法第42条の12の4、個人は第10条の5の3) の順に尋ねる。
 */
import { formatInteger } from "../text/number-input.ts";
import { APPLICANT_FORMS } from "./applicant-form.ts";
import { MAX_EMPLOYEES } from "./certification-eligibility.ts";
import {
  ask,
  end,
  type ScreeningAnswers,
  type ScreeningOption,
  type ScreeningQuestion,
  type ScreeningQuestionId,
  type ScreeningStep,
} from "./screening-question.ts";
import { MAX_EMPLOYEES_WITHOUT_CAPITAL } from "./tax-relief-eligibility.ts";

const limit = formatInteger(MAX_EMPLOYEES);
const smallerLimit = formatInteger(MAX_EMPLOYEES_WITHOUT_CAPITAL);
const yesNo = (yes: string, no: string): readonly ScreeningOption[] => [
  { value: "yes", label: yes },
  { value: "no", label: no },
];
const unsure: ScreeningOption = {
  value: "unsure",
  label: "分からない",
  hint: "後で確かめて答えられます。",
};

const hasMembers = (answers: ScreeningAnswers): boolean =>
  answers.organisation === "cooperative" || answers.organisation === "generalIncorporatedAssociation";
/** 資本金、持株、所得の条件がある者か。個人事業主と協同組合等にはない。 */
const hasSizeConditions = (answers: ScreeningAnswers): boolean =>
  answers.organisation !== "soleProprietor" && answers.organisation !== "cooperative";

const begin = (answers: ScreeningAnswers): ScreeningStep =>
  end({ kind: "start", form: answers.realEstate === "yes" ? "form2" : "form1" });

/** 質問。並びは、尋ねる順。 */
export const screeningQuestions: readonly ScreeningQuestion[] = [
  {
    id: "certifiedPlan",
    text: "認定を受けた経営力向上計画が、いまありますか",
    label: "認定を受けた計画",
    help: "このポータルで認定を受けた計画も、紙で申請して認定を受けた計画も含みます。認定通知書と計画の写しで、実施時期を確かめられます。",
    options: [
      { value: "none", label: "ない" },
      { value: "running", label: "ある（実施時期がまだ終わっていない）" },
      { value: "expired", label: "あったが、実施時期が終わった" },
      { value: "unsure", label: "分からない" },
    ],
    next: ({ certifiedPlan }) =>
      certifiedPlan === "unsure"
        ? end({ kind: "confirmPlan" })
        : ask(certifiedPlan === "running" ? "planPurpose" : "realEstate"),
  },
  {
    id: "planPurpose",
    text: "今回は、何のための申請ですか",
    label: "申請の目的",
    help: "認定を受けた計画と同じ事業分野別指針の取り組みを足すときは、計画の変更に当たります。",
    options: [
      {
        value: "change",
        label: "認定を受けた計画を変える",
        hint: "設備や実施事項を足す、実施時期を延ばすなど",
      },
      {
        value: "otherGuideline",
        label: "別の事業分野別指針の計画を、新しく作る",
        hint: "いまの計画とは違う事業分野で取り組むとき",
      },
    ],
    next: ({ planPurpose }) => (planPurpose === "change" ? end({ kind: "change" }) : ask("realEstate")),
  },
  {
    id: "realEstate",
    text: "事業や資産の譲受けで不動産を取得し、不動産取得税の軽減を受けますか",
    label: "不動産取得税の軽減",
    help: "ほかの事業者から事業又は資産を譲り受け、土地や家屋を取得する計画では、様式第2 を使います。写しが都道府県に渡ります。",
    options: yesNo("受ける（様式第2 を使う）", "受けない、又は不動産を取得しない（様式第1 を使う）"),
    next: () => ask("organisation"),
  },
  {
    id: "organisation",
    text: "申請する事業者は、どの形の組織ですか",
    label: "組織の形",
    help: "登記（個人事業主の方は開業届）のとおりに選びます。",
    options: Object.entries(APPLICANT_FORMS).map(([value, label]) => ({ value, label })),
    next: (answers) =>
      answers.organisation === "other"
        ? end({ kind: "notEligible", question: "organisation", certainty: "inferred" })
        : ask(hasMembers(answers) ? "membersQualify" : "established"),
  },
  {
    id: "membersQualify",
    text: "組合員や会員の多くは、中小の事業者ですか",
    label: "構成員についての条件",
    help: "組合は根拠の法律の定める構成員の条件、一般社団法人は直接又は間接の構成員の内訳で決まります。",
    options: [...yesNo("はい、条件を満たします", "いいえ、満たしません"), unsure],
    next: ({ membersQualify, organisation }) =>
      membersQualify === "no"
        ? end({
            kind: "notEligible",
            question: "membersQualify",
            certainty: organisation === "cooperative" ? "seen" : "recalled",
          })
        : ask("established"),
  },
  {
    id: "established",
    text: "設立の登記（個人事業主は開業届）は済んでいますか",
    label: "設立の登記又は開業の届出",
    help: "法人は設立の登記、個人事業主は税務署への開業届が済んでいることが必要です。",
    options: yesNo("済んでいる", "まだ済んでいない"),
    next: ({ established }) =>
      established === "no"
        ? end({ kind: "notEligible", question: "established", certainty: "seen" })
        : ask("employees"),
  },
  {
    id: "employees",
    text: "常時雇用する従業員は何人ですか",
    label: "常時雇用する従業員の数",
    help: "正確な数は、後で「名称等」の区画に入力します。",
    options: [
      { value: "within1000", label: `${smallerLimit}人以下` },
      { value: "within2000", label: `${formatInteger(MAX_EMPLOYEES_WITHOUT_CAPITAL + 1)}人から${limit}人` },
      { value: "over2000", label: `${limit}人を超える` },
    ],
    // 組合等に人数の上限がどう掛かるかは確かめられていないので、断らない。
    next: (answers) =>
      answers.employees === "over2000" && !hasMembers(answers)
        ? end({ kind: "notEligible", question: "employees", certainty: "seen" })
        : ask("taxRelief"),
  },
  {
    id: "taxRelief",
    text: "税制の措置（中小企業経営強化税制）を使いますか",
    label: "税制の措置の利用",
    help: "計画に書いた設備を取得したときに、即時償却又は税額控除を受けるための措置です。認定とは別の条件があります。",
    options: [
      ...yesNo("使いたい", "使わない"),
      { value: "unsure", label: "まだ決めていない", hint: "使えるかどうかだけを確かめられます。" },
    ],
    next: (answers) => (answers.taxRelief === "no" ? begin(answers) : ask("blueReturn")),
  },
  {
    id: "blueReturn",
    text: "青色申告書を提出していますか",
    label: "青色申告",
    help: "税務署の承認を受けて、青色申告で申告している方が対象です。",
    options: [...yesNo("提出している", "提出していない"), unsure],
    next: (answers) => (hasSizeConditions(answers) ? ask("capital") : begin(answers)),
  },
  {
    id: "capital",
    text: "資本金又は出資の額はいくらですか",
    label: "資本金又は出資の額",
    help: "登記にある額で選びます。正確な額は、後で「名称等」の区画に入力します。",
    options: [
      { value: "within", label: "1億円以下" },
      { value: "over", label: "1億円を超える" },
      { value: "none", label: "資本も出資もない", hint: "社会福祉法人など" },
      unsure,
    ],
    next: ({ capital }) => ask(capital === "none" ? "averageIncome" : "ownership"),
  },
  {
    id: "ownership",
    text: "大規模法人が、株式や出資の多くを持っていますか",
    label: "大規模法人の持株の割合",
    help: "大規模法人は、資本金が1億円を超える法人などです。",
    options: [
      { value: "none", label: "どちらにも当てはまらない" },
      { value: "half", label: "一つの大規模法人が、2分の1以上を持っている" },
      { value: "twoThirds", label: "複数の大規模法人が、合わせて3分の2以上を持っている" },
      unsure,
    ],
    next: () => ask("averageIncome"),
  },
  {
    id: "averageIncome",
    text: "過去3年の所得金額の平均は、15億円以下ですか",
    label: "過去3年の平均所得金額",
    help: "過去3年の各事業年度の所得金額の平均です。分からないときは、顧問の税理士などに確かめられます。",
    options: [...yesNo("15億円以下", "15億円を超える"), unsure],
    next: begin,
  },
];

/** 最初の質問。 */
export const firstQuestion: ScreeningQuestionId = "certifiedPlan";
