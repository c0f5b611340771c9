import type {
  EligibilityAnswer,
  EligibilityReason,
  EligibilitySubject,
} from "#app/domain/eligibility/answer.ts";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { Tag } from "../primitives/Tag.tsx";
import type { Tone } from "../tones.ts";

export type EligibilityAnswersProps = {
  readonly certification: EligibilityAnswer;
  readonly taxRelief: EligibilityAnswer;
  /** 分からない条件を答える所。なければ文だけを出す。 */
  readonly hrefOf?: ((subject: EligibilitySubject) => string | undefined) | undefined;
};

/** 「認定を受けられるか」と「税制の措置を使えるか」。別々の問いなので、別々に答える。 */
export function EligibilityAnswers({ certification, taxRelief, hrefOf }: EligibilityAnswersProps) {
  return (
    <div className="mb-6 grid grid-cols-1 gap-4 sm:grid-cols-2">
      <Answer title="認定を受けられるか" answer={certification} hrefOf={hrefOf} />
      <Answer title="税制の措置を使えるか" answer={taxRelief} hrefOf={hrefOf} />
    </div>
  );
}

const outcomes: Readonly<
  Record<EligibilityAnswer["outcome"], { readonly word: string; readonly tone: Tone }>
> = {
  yes: { word: "はい", tone: "success" },
  no: { word: "いいえ", tone: "danger" },
  undetermined: { word: "まだ判断できません", tone: "neutral" },
};

const holdings: Readonly<Record<EligibilityReason["holds"], { readonly word: string; readonly tone: Tone }>> =
  {
    met: { word: "満たす", tone: "success" },
    notMet: { word: "満たさない", tone: "danger" },
    unknown: { word: "未回答", tone: "neutral" },
  };

function Answer({
  title,
  answer,
  hrefOf,
}: {
  readonly title: string;
  readonly answer: EligibilityAnswer;
  readonly hrefOf: EligibilityAnswersProps["hrefOf"];
}) {
  const { word, tone } = outcomes[answer.outcome];
  const [first] = answer.reasons.filter(({ holds }) => holds === "notMet");
  return (
    <section className="min-w-0 rounded-12 border border-solid-gray-300 bg-white p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-std-17B-170">{title}</h3>
        <Tag tone={tone}>{word}</Tag>
      </div>
      {first !== undefined && (
        <p className="mt-2 text-dns-16N-130 leading-150">
          {first.text}
          <Unconfirmed reason={first} />
        </p>
      )}
      {answer.missing.length > 0 && (
        <p className="mt-2 text-dns-16N-130 leading-150">まだ分からないこと：{answer.missing.join("、")}</p>
      )}
      <details className="mt-2">
        <summary className="link inline-block cursor-pointer py-1">
          理由を見る<span className="sr-only">（{title}）</span>
        </summary>
        <ul className="mt-2 space-y-2">
          {answer.reasons.map((reason) => (
            <Reason key={reason.text} reason={reason} href={hrefOf?.(reason.subject)} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function Reason({ reason, href }: { readonly reason: EligibilityReason; readonly href: string | undefined }) {
  const { word, tone } = holdings[reason.holds];
  return (
    <li className="text-dns-16N-130 leading-150">
      <Tag tone={tone}>{word}</Tag> {reason.text}
      <Unconfirmed reason={reason} />
      {href !== undefined && reason.holds !== "met" && (
        <>
          {" "}
          <a className="link inline-block py-0.5" href={href}>
            {reason.holds === "unknown" ? "答える" : "答えを確かめる"}
            <span className="sr-only">（{reason.text}）</span>
          </a>
        </>
      )}
    </li>
  );
}

/** 公式の資料で確かめられていない条件に付ける印。 */
const Unconfirmed = ({ reason }: { readonly reason: EligibilityReason }) =>
  mayBlock(reason.certainty) ? null : (
    <>
      {" "}
      <Tag tone="warning" icon={false}>
        確認中
      </Tag>
    </>
  );
