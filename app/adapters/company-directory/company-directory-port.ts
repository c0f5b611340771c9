/** 法人番号から会社の事実を引く外の物。法人インフォメーションと国税庁の二つがある。 */
import type {
  CompanyCandidate,
  CompanyFacts,
  DirectorySource,
} from "#app/domain/company-facts/company-facts.ts";
import type { Result } from "#app/domain/result.ts";
import type { CorporateNumber } from "#app/domain/text/corporate-number.ts";

/**
 * 引けなかった理由。
 * timeout: 時間のうちに答えない。unreachable: つながらない。unauthorised: 合言葉が違う。limited: 回数の制限。
 * unreadable: 答えの形が違う（点検の画面、大きすぎる答え、よそへの転送を含む）。faulty: 相手の誤り。paused: 続けて失敗したので休んでいる。
 */
export type DirectoryFaultKind =
  | "timeout"
  | "unreachable"
  | "unauthorised"
  | "limited"
  | "unreadable"
  | "faulty"
  | "paused";

export type DirectoryFault = {
  readonly kind: DirectoryFaultKind;
  /** 記録に残す短い説明。相手の本文や合言葉を含まない。 */
  readonly reason: string;
  /** 相手が求めた、次に尋ねるまでの秒数。 */
  readonly retryAfter: number | null;
};

/** 番号で引いた答え。載っていないことは誤りではない。 */
export type DirectoryAnswer =
  | {
      readonly kind: "found";
      readonly facts: CompanyFacts;
      /** 知っている形と違った所。空でなければ、相手の形が変わった疑いがある。 */
      readonly drift: readonly string[];
    }
  | { readonly kind: "none" };

export type DirectoryCandidates = {
  readonly candidates: readonly CompanyCandidate[];
  /** ほかにもある。 */
  readonly more: boolean;
};

export type CompanyDirectory = {
  readonly source: DirectorySource;
  byNumber(number: CorporateNumber): Promise<Result<DirectoryAnswer, DirectoryFault>>;
  /**
   * @param name 名称の一部
   * @param prefecture 都道府県の番号（2 桁）。null なら全国
   */
  byName(name: string, prefecture: string | null): Promise<Result<DirectoryCandidates, DirectoryFault>>;
};
