/** 起案の入力の読み取り。 */
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Proposal } from "#app/domain/workflow/state.ts";

export const proposalOutcomes = [
  { value: "certify", label: "認定" },
  { value: "decline", label: "不認定" },
] as const satisfies readonly { value: Proposal["outcome"]; label: string }[];

export const GROUND_LENGTH = 2000;

/** 理由の文字の誤り。 */
export const groundErrors = (ground: string, label: string): readonly string[] => {
  if (ground.trim() === "") return [`${label}を書いてください。`];
  return Array.from(ground).length > GROUND_LENGTH
    ? [`${label}は${GROUND_LENGTH}文字までで書いてください。`]
    : [];
};

/**
 * @param typed 打たれたままの値
 * @returns 案と理由、又は欄ごとの誤り。不認定には理由が要る
 */
export function parseProposal(typed: {
  readonly outcome: string;
  readonly ground: string;
}): Result<Pick<Proposal, "outcome" | "ground">, Readonly<Record<string, readonly string[]>>> {
  const outcome = proposalOutcomes.find(({ value }) => value === typed.outcome)?.value;
  const needsGround = outcome === "decline" || typed.ground.trim() !== "";
  const ground = needsGround ? groundErrors(typed.ground, "理由") : [];
  if (outcome === undefined || ground.length > 0)
    return refuse({
      ...(outcome === undefined ? { outcome: ["認定か不認定かを選んでください。"] } : {}),
      ...(ground.length > 0 ? { ground } : {}),
    });
  return ok({ outcome, ground: typed.ground.trim() });
}
