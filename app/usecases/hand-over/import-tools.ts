/** 取込みに渡す道具。 */
import type { HandOverSource } from "#app/adapters/hand-over/hand-over-port.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";
import type { Staging } from "#db/hand-over-staging.ts";
import type { HandOverRunRow } from "#db/queries/hand-over-runs.ts";
import type { LoadedRulebook } from "#db/queries/load-rulebook.ts";
import type { UseCaseContext } from "../context.ts";

export type ImportTools = {
  readonly context: UseCaseContext;
  readonly source: HandOverSource;
  readonly storage: DocumentStorage;
  readonly issuers: Readonly<Record<"applicant" | "staff", string>>;
  /** 目録のハッシュから決まる、下ごしらえのファイル。 */
  readonly stagingFile: (manifestSha256: string) => string;
  /** 一つの取引で書く行の数。 */
  readonly batch: number;
  /** 段と、書き終えた行の数を知らせる。 */
  readonly progress: (step: string, done: number) => void;
};

/** 書いている取込み。 */
export type Batching = ImportTools & {
  readonly staging: Staging;
  readonly run: HandOverRunRow;
  readonly loaded: LoadedRulebook;
};
