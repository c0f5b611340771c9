/** 版を丸ごと読む計算の一覧。別スレッドで行えるよう、渡す値も答えも写せる値だけでできている。 */
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import {
  compareLetters,
  type LetterComparison,
  letterCharacters,
} from "#app/domain/certification/letter-changes.ts";
import {
  type SampledLetter,
  sampleFromEdition,
  type SampleInput,
} from "#app/domain/certification/sampled-edition.ts";
import type { Result } from "#app/domain/result.ts";
import { diffEditions, type EditionDiff } from "./edition-diff.ts";
import type { RulebookFault } from "./fault.ts";
import { type ParsedRulebook, parseRulebookFiles, type RulebookFiles } from "./parse-files.ts";
import { type Proof, proveEdition } from "./proof.ts";
import { type ReplayBatch, replayBatch, type ReplayedDifference } from "./replay-editions.ts";
import { assembleRulebook, compileRulebook, type Rulebook } from "./rulebook.ts";
import { compileStored, editionOf, type StoredEdition, tablesOf } from "./stored-edition.ts";

export type EditionTasks = {
  /** 検索用の規則集に組み立てる。 */
  readonly compile: {
    readonly input: StoredEdition;
    readonly output: Result<Rulebook, readonly RulebookFault[]>;
  };
  /** 公布前の点検。施行日は版の見出しの日。later はその後に施行される公布済みの版。 */
  readonly prove: {
    readonly input: {
      readonly edition: StoredEdition;
      readonly base: StoredEdition | null;
      readonly later: readonly StoredEdition[];
    };
    readonly output: Proof;
  };
  /** 点検を通った版を組み立てる。通らなければ null。 */
  readonly publish: { readonly input: StoredEdition; readonly output: Rulebook | null };
  /** ファイルの一式を検査し、規則集に組み立てられることまで確かめる。 */
  readonly parse: {
    readonly input: RulebookFiles;
    readonly output: Result<ParsedRulebook, readonly RulebookFault[]>;
  };
  /** 一組の計画を、留めている版と比べる版とで読み比べる。 */
  readonly replay: {
    readonly input: ReplayBatch;
    readonly output: Result<readonly ReplayedDifference[], readonly RulebookFault[]>;
  };
  /** 見本の通知書を、一つの版の文面で作る。組み立てられない版でも、作れるところまで作る。 */
  readonly sample: { readonly input: SampleInput; readonly output: SampledLetter };
  /** 種類と局ごとの見本の通知書を、二つの版で比べる。on は通知書の日。 */
  readonly compareLetters: {
    readonly input: { readonly before: StoredEdition; readonly after: StoredEdition; readonly on: CivilDate };
    readonly output: LetterComparison;
  };
  /** 種類と局の全部の見本に刷る文字。 */
  readonly letterCharacters: {
    readonly input: { readonly edition: StoredEdition; readonly on: CivilDate };
    readonly output: string;
  };
  readonly diff: {
    readonly input: { readonly before: StoredEdition; readonly after: StoredEdition };
    readonly output: EditionDiff;
  };
};

/** 誤りのある版でも、組み立てられた分の規則集。 */
const readable = (edition: StoredEdition): Rulebook => {
  const tables = tablesOf(edition);
  return assembleRulebook(editionOf(edition, tables), tables).rulebook;
};

export type TaskName = keyof EditionTasks;

const tasks: {
  readonly [N in TaskName]: (input: EditionTasks[N]["input"]) => EditionTasks[N]["output"];
} = {
  compile: compileStored,
  prove: ({ edition, base, later }) =>
    proveEdition(
      edition,
      tablesOf(edition),
      base === null
        ? null
        : {
            base: tablesOf(base),
            later: later.map((one) => ({
              label: one.label,
              effectiveFrom: one.effectiveFrom,
              tables: tablesOf(one),
            })),
          },
    ),
  publish: (stored) => {
    if (proveEdition(stored, tablesOf(stored)).failed) return null;
    const compiled = compileStored(stored);
    return compiled.ok ? compiled.value : null;
  },
  parse: (files) => {
    const parsed = parseRulebookFiles(files);
    if (!parsed.ok) return parsed;
    const compiled = compileRulebook(parsed.value.edition, parsed.value.tables);
    return compiled.ok ? parsed : compiled;
  },
  sample: sampleFromEdition,
  compareLetters: ({ before, after, on }) => compareLetters(readable(before), readable(after), on),
  letterCharacters: ({ edition, on }) => letterCharacters(readable(edition), on),
  replay: replayBatch,
  diff: ({ before, after }) => diffEditions(tablesOf(before), tablesOf(after)),
};

export const performEditionTask = <N extends TaskName>(
  name: N,
  input: EditionTasks[N]["input"],
): EditionTasks[N]["output"] => tasks[name](input);
