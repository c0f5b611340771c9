/**
 * 認定通知書、不認定と取消しの通知書、投資計画の確認書の真正性の確認。発行の記録と、示された符号又はファイルとを比べて答える。
 * 有効と答えるのは、発行したバイト列と一つも違わないときだけ。答えに載せるのは、紙に書いてあることだけ。
 */

/** 発行した認定通知書の一つの版の記録。 */
export type IssuedEdition = {
  readonly letter: "certificate";
  readonly number: string;
  readonly edition: number;
  /** 認定日 YYYY-MM-DD。 */
  readonly certifiedOn: string;
  /** 名宛人の名称。 */
  readonly name: string;
  /** 発信者の職名。 */
  readonly signatory: string;
  /** PDF の SHA-256。まだ作られていなければ null。 */
  readonly sha256: string | null;
  /** いちばん新しい版。 */
  readonly latestEdition: number;
  /** 取り消した日 YYYY-MM-DD。取り消していなければ null。 */
  readonly revokedOn: string | null;
  /** 計画の終わり。続いていれば null。 */
  readonly ending: PlanEnding | null;
  /** 旧基盤が発行し、引き継いだものか。 */
  readonly oldPlatform: boolean;
};

/** 満了した、又は事業者の届出で終わった計画。認定通知書は、発行されたもののままである。 */
export type PlanEnding = {
  readonly kind: "expired" | "surrendered";
  /** 終わった日 YYYY-MM-DD。 */
  readonly on: string;
  /** 実施時期。YYYY-MM */
  readonly startMonth: string;
  readonly endMonth: string;
};

/** 発行した取消しの通知書の記録。 */
export type IssuedRevocation = {
  readonly letter: "revocation";
  readonly number: string;
  /** 取り消した日 YYYY-MM-DD。 */
  readonly revokedOn: string;
  readonly name: string;
  readonly signatory: string;
  /** 取り消した認定の文書番号。 */
  readonly certificateNumber: string;
  /** PDF の SHA-256。まだ作られていなければ null。 */
  readonly sha256: string | null;
};

/** 発行した不認定通知書の記録。 */
export type IssuedDecline = {
  readonly letter: "decline";
  readonly number: string;
  /** 不認定の日 YYYY-MM-DD。 */
  readonly declinedOn: string;
  readonly name: string;
  readonly signatory: string;
  /** PDF の SHA-256。まだ作られていなければ null。 */
  readonly sha256: string | null;
};

/** 発行した投資計画の確認書の記録。 */
export type IssuedConfirmation = {
  readonly letter: "confirmation";
  readonly number: string;
  /** 確認した日 YYYY-MM-DD。 */
  readonly confirmedOn: string;
  readonly name: string;
  readonly signatory: string;
  /** 設備の類型（例: B）。 */
  readonly type: string;
  /** PDF の SHA-256。まだ作られていなければ null。 */
  readonly sha256: string | null;
};

export type IssuedLetter = IssuedEdition | IssuedDecline | IssuedRevocation | IssuedConfirmation;

/** 調べるファイルから読み取ったこと。 */
export type ExaminedFile = {
  readonly sha256: string;
  /** 途中にある PDF の終わりの印までの SHA-256。後から書き足されたときに、元の書類を見つける。 */
  readonly earlierEndings: readonly string[];
};

/** 紙に書いてあること。 */
export type PaperFacts = Pick<
  IssuedEdition,
  "number" | "edition" | "certifiedOn" | "name" | "signatory" | "oldPlatform"
>;

export type DeclineFacts = Omit<IssuedDecline, "letter" | "sha256">;

export type RevocationFacts = Omit<IssuedRevocation, "letter" | "sha256">;

export type ConfirmationFacts = Omit<IssuedConfirmation, "letter" | "sha256">;

export type Verdict =
  /** 投資計画の確認書として発行されたもの。 */
  | { readonly kind: "confirmation"; readonly paper: ConfirmationFacts }
  /** 不認定通知書として発行されたもの。 */
  | { readonly kind: "declineNotice"; readonly paper: DeclineFacts }
  /** 取消しの通知書として発行されたもの。 */
  | { readonly kind: "revocationNotice"; readonly paper: RevocationFacts }
  | { readonly kind: "valid"; readonly paper: PaperFacts }
  /** 後の版で訂正された。 */
  | { readonly kind: "superseded"; readonly paper: PaperFacts; readonly by: number }
  /** 発行されたもので、計画の実施時期が満了した、又は届出で終わった。 */
  | { readonly kind: PlanEnding["kind"]; readonly paper: PaperFacts; readonly plan: Omit<PlanEnding, "kind"> }
  | { readonly kind: "revoked"; readonly paper: PaperFacts; readonly revokedOn: string }
  /** 発行した書類に基づくが、バイト列が違う。appended は、後ろに書き足されたもの。 */
  | { readonly kind: "changed"; readonly appended: boolean }
  | { readonly kind: "unknown" };

const paperOf = ({
  number,
  edition,
  certifiedOn,
  name,
  signatory,
  oldPlatform,
}: IssuedEdition): PaperFacts => ({ number, edition, certifiedOn, name, signatory, oldPlatform });

/** 符号で示された書類の答え。取消しは、認定通知書のどの版にも及ぶ。 */
export function verdictOf(issued: IssuedLetter | undefined): Verdict {
  if (issued === undefined) return { kind: "unknown" };
  if (issued.letter === "decline") {
    const { letter: _letter, sha256: _sha256, ...paper } = issued;
    return { kind: "declineNotice", paper };
  }
  if (issued.letter === "revocation") {
    const { letter: _letter, sha256: _sha256, ...paper } = issued;
    return { kind: "revocationNotice", paper };
  }
  if (issued.letter === "confirmation") {
    const { letter: _letter, sha256: _sha256, ...paper } = issued;
    return { kind: "confirmation", paper };
  }
  const paper = paperOf(issued);
  if (issued.revokedOn !== null) return { kind: "revoked", paper, revokedOn: issued.revokedOn };
  if (issued.edition < issued.latestEdition) return { kind: "superseded", paper, by: issued.latestEdition };
  if (issued.ending !== null) {
    const { kind, ...plan } = issued.ending;
    return { kind, paper, plan };
  }
  return { kind: "valid", paper };
}

/**
 * ファイルの答え。
 *
 * @param byHash 同じハッシュの書類、書き足す前のハッシュの書類を引く
 * @param named ファイルの中に書いてあった符号の書類。無ければ undefined
 */
export function verdictOfFile(
  file: ExaminedFile,
  byHash: (sha256: string) => IssuedLetter | undefined,
  named: IssuedLetter | undefined,
): Verdict {
  const exact = byHash(file.sha256);
  if (exact !== undefined && exact.sha256 === file.sha256) return verdictOf(exact);
  if (file.earlierEndings.some((ending) => byHash(ending) !== undefined))
    return { kind: "changed", appended: true };
  return named === undefined ? { kind: "unknown" } : { kind: "changed", appended: false };
}
