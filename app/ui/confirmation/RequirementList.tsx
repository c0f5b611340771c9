import type { Requirement, Working } from "#app/domain/confirmation/requirement.ts";
import { certaintyLabel } from "#app/domain/rulebook/certainty.ts";
import type { ReactNode } from "react";
import { mayBlock } from "#app/domain/rulebook/blocking.ts";
import { Tag } from "../primitives/Tag.tsx";

/** 要件ごとの計算。式と、数を入れた式と、答えと、要る値を、そのまま見せる。 */
export function RequirementList({ requirements }: { readonly requirements: readonly Requirement[] }) {
  return (
    <ul className="grid gap-4">
      {requirements.map((requirement) => (
        <li
          key={requirement.id}
          className="rounded-8 border border-solid-gray-300 p-4 [overflow-wrap:anywhere] sm:p-5"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-2">
            <h3 className="text-std-17B-170">{requirement.title}</h3>
            <Met met={requirement.met} />
          </div>
          {requirement.workings.length === 0 && (
            <p className="mt-2">この日の規則集に、要る値が決められていません。</p>
          )}
          {requirement.workings.map((working) => (
            <WorkingLines key={working.name} working={working} named={requirement.workings.length > 1} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function WorkingLines({
  working: { name, formula, filled, result, required, met, certainty },
  named,
}: {
  readonly working: Working;
  /** いくつかの計算から選ぶ要件か。 */
  readonly named: boolean;
}) {
  return (
    <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr]">
      {named && (
        <>
          <dt className="text-std-16B-170">計算</dt>
          <dd>
            {name} <Met met={met} />
          </dd>
        </>
      )}
      {formula !== "" && <Line term="式">{formula}</Line>}
      {filled !== "" && <Line term={formula === "" ? "計算" : "数を入れた式"}>{filled}</Line>}
      {result !== "" && <Line term="答え">{result}</Line>}
      <Line term="要る値">
        {required}
        {!mayBlock(certainty) &&
          `（この値は「${certaintyLabel[certainty]}」のため、満たさなくても申請を止めません）`}
      </Line>
    </dl>
  );
}

const Line = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-std-16B-170">{term}</dt>
    <dd className="tabular-nums">{children}</dd>
  </>
);

function Met({ met }: { readonly met: boolean | null }) {
  if (met === null) return <Tag tone="neutral">まだ計算できない</Tag>;
  return met ? <Tag tone="success">満たす</Tag> : <Tag tone="danger">満たさない</Tag>;
}
