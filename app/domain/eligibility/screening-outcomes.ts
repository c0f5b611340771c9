/** 始めの質問の結果の説明。断るときも、なぜか、いま何をすればよいか、どの答えなら先に進めるかを示す。 */
import { mayBlock } from "../rulebook/blocking.ts";
import type { ScreeningOutcome, ScreeningQuestionId } from "./screening-question.ts";

export type OutcomeNotice = {
  readonly tone: "success" | "warning" | "error";
  readonly title: string;
  /** なぜそうなるか。 */
  readonly reasons: readonly string[];
  /** いま行うこと。 */
  readonly nextSteps: readonly string[];
  /** 答えが違っていたときに、選び直して進む答え。 */
  readonly alternatives: readonly {
    readonly question: ScreeningQuestionId;
    readonly value: string;
    readonly label: string;
  }[];
  /** 公式の資料で確かめられていない条件による案内か。 */
  readonly unconfirmed: boolean;
  /** 変更の認定申請を始める道を示すか。 */
  readonly startsChange?: boolean;
  /** このまま下書きを書き進めてよいか。 */
  readonly mayContinue: boolean;
};

/** 結果を、画面に出す説明にする。 */
export function outcomeNotice(outcome: ScreeningOutcome): OutcomeNotice {
  switch (outcome.kind) {
    case "start":
      return {
        tone: "success",
        title:
          outcome.form === "form2"
            ? "様式第2 で、新規の認定を申請できます"
            : "様式第1 で、新規の認定を申請できます",
        reasons: [],
        nextSteps:
          outcome.form === "form2"
            ? ["区画の一覧に「取得する不動産の内容」が加わります。申請の写しは都道府県に渡ります。"]
            : [],
        alternatives: [],
        unconfirmed: false,
        mayContinue: true,
      };
    case "change":
      return {
        ...refused,
        title: "計画の変更の認定申請に当たります",
        reasons: [
          "認定を受けた計画の内容を、実施時期の間に変えるときは、新規ではなく変更の認定を申請します（法第18条第1項）。新規で申請すると、申請し直すことになります。",
          "変更の認定申請では、認定を受けた計画の内容を写すので、変わるところだけを書けます。紙で認定を受けた計画も変えられます。",
        ],
        nextSteps: [
          "下の「変更の認定申請を始める」から、変える計画を選んでください。",
          "実施時期を延ばすときは、実施時期が終わる前に申請してください。",
          "ここまでの答えは残してあります。",
        ],
        startsChange: true,
        alternatives: [
          {
            question: "planPurpose",
            value: "otherGuideline",
            label: "別の事業分野別指針の計画なので、新規として進む",
          },
          {
            question: "certifiedPlan",
            value: "expired",
            label: "実施時期が終わった計画なので、新規として進む",
          },
        ],
      };
    case "confirmPlan":
      return {
        ...refused,
        title: "認定を受けた計画があるかを、先に確かめてください",
        reasons: [
          "認定を受けた計画の実施時期が続いているかどうかで、新規の申請か、変更の申請かが変わります。",
        ],
        nextSteps: [
          "社内に認定通知書や計画の写しがないかを確かめてください。",
          "税理士や金融機関など、以前の申請を手伝った方に尋ねてください。",
          "見つからないときは、事業分野の提出先に尋ねてください。ここまでの答えは残してあります。",
        ],
        alternatives: [
          { question: "certifiedPlan", value: "none", label: "認定を受けた計画はなかったので、進む" },
          { question: "certifiedPlan", value: "expired", label: "実施時期が終わっていたので、進む" },
          { question: "certifiedPlan", value: "running", label: "実施時期が続いている計画があった" },
        ],
      };
    case "notEligible":
      return notEligible(outcome.question, !mayBlock(outcome.certainty));
  }
}

const refused = { tone: "warning", unconfirmed: false, mayContinue: false } as const;

type NotEligible = Extract<ScreeningOutcome, { kind: "notEligible" }>["question"];

const words = {
  organisation: {
    reason: "選んだ組織の形は、認定を受けられる事業者に当たらないと考えられます。",
    nextSteps: [
      "定款や登記で、組織の形を確かめてください。",
      "当てはまる形がないときは、事業分野の提出先に、申請できるかを尋ねてください。",
    ],
    alternatives: [],
  },
  membersQualify: {
    reason: "組合や一般社団法人は、構成員についての条件を満たすことが必要です。",
    nextSteps: [
      "構成員の名簿で、中小の事業者の割合を確かめてください。",
      "条件の見方が分からないときは、事業分野の提出先に尋ねてください。",
    ],
    alternatives: [
      { question: "membersQualify", value: "yes", label: "確かめたら条件を満たしていたので、進む" },
    ],
  },
  established: {
    reason: "設立の登記又は開業の届出が済んだ事業者だけが、認定を受けられます。",
    nextSteps: [
      "登記又は開業届を済ませてから、この申請に戻ってください。ここまでの答えと下書きは残してあります。",
    ],
    alternatives: [{ question: "established", value: "yes", label: "登記又は開業届が済んだので、進む" }],
  },
  employees: {
    reason: "常時雇用する従業員の数が2,000人を超える事業者は、認定を受けられません。",
    nextSteps: [
      "常時雇用する従業員に、含めない人が入っていないかを確かめてください。",
      "数え方が分からないときは、事業分野の提出先に尋ねてください。",
    ],
    alternatives: [
      { question: "employees", value: "within2000", label: "数え直したら2,000人以下だったので、進む" },
    ],
  },
} as const satisfies Record<
  NotEligible,
  {
    readonly reason: string;
    readonly nextSteps: readonly string[];
    readonly alternatives: OutcomeNotice["alternatives"];
  }
>;

function notEligible(question: NotEligible, unconfirmed: boolean): OutcomeNotice {
  const { reason, nextSteps, alternatives } = words[question];
  return {
    tone: unconfirmed ? "warning" : "error",
    title: unconfirmed ? "認定を受けられないことがあります" : "いまの答えでは、認定を受けられません",
    reasons: unconfirmed
      ? [reason, "ただし、この条件は公式の資料で確かめられていません。下書きを続けることもできます。"]
      : [reason],
    nextSteps,
    alternatives,
    unconfirmed,
    mayContinue: unconfirmed,
  };
}
