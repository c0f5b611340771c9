/** ユースケースが断るときの答え。http がこれを状態コードと画面にする。 */
import type { AccessRefusal } from "#app/domain/access/resolver.ts";
import type { UnprintableCharacter } from "#app/domain/certification/unprintable.ts";
import type { Closure } from "#app/domain/company-facts/company-facts.ts";
import type { ConfirmationRefusal } from "#app/domain/confirmation/refusals.ts";
import type { ConsultationRefusal } from "#app/domain/consultation/refusals.ts";
import type { PlanRequestRefusal } from "#app/domain/plan-life/plan-request.ts";
import type { PlanLifeRefusal } from "#app/domain/plan-life/change-refusal.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import type { SectionMerge } from "#app/domain/plan/merge-section.ts";
import type { RawSection } from "#app/domain/plan/field.ts";
import type { ReportRefusal } from "#app/domain/progress-report/refusals.ts";
import type { EditFault } from "#app/domain/rulebook/draft-table.ts";
import type { EditionRefusal } from "#app/domain/rulebook/edition-lifecycle.ts";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import type { WorkflowRefusal } from "#app/domain/workflow/refusals.ts";
import type { StaleSubject } from "#db/write-plan.ts";

/** 自分の入力と、先に保存された値の突き合わせ。利用者が選ぶまで何も書いていない。 */
export type SectionConflict = {
  /** 自分の画面が読んだ版。 */
  readonly baseVersion: number;
  /** いま保存されている版。 */
  readonly theirVersion: number;
  readonly base: RawSection;
  readonly mine: RawSection;
  readonly theirs: RawSection;
  readonly merge: SectionMerge;
};

/** 書けない行。重なりには、先に書いた人と時を添える。 */
export type DraftRowFault = EditFault & {
  readonly by: string | null;
  /** UTC の ISO 文字列。 */
  readonly at: string | null;
};

/** 役割や種別としてできない理由。 */
export type ForbiddenReason = Exclude<AccessRefusal, "unauthenticated" | "notYours">;

export type Refusal =
  /** 無い、又はその人のものではない。区別を見せない（404）。 */
  | { readonly kind: "notFound" }
  /** 役割としてできない（403）。 */
  | { readonly kind: "forbidden"; readonly action: string; readonly reason: ForbiddenReason }
  /** いまの状態ではできない（409）。 */
  | { readonly kind: "workflow"; readonly refusal: WorkflowRefusal }
  /** 求める、答える、取り下げることが、いまはできない（409）。何も書いていない。 */
  | { readonly kind: "consultation"; readonly refusal: ConsultationRefusal }
  /** 投資計画の確認が、いまの状態ではできない（409）。何も書いていない。 */
  | { readonly kind: "confirmation"; readonly refusal: ConfirmationRefusal }
  /** 画面を開いた後に他の人が書いた（409）。 */
  | {
      readonly kind: "stale";
      readonly subject: StaleSubject;
      readonly by: string | null;
      readonly what: string | null;
      /** 区画の保存が、ほかの人の保存と同じ欄で重なったとき。 */
      readonly conflict?: SectionConflict;
    }
  /** 点検の誤りが残っている（422）。 */
  | { readonly kind: "notReady"; readonly findings: readonly Finding[] }
  /** 規則集の版が、いまの状態ではできない（409）。 */
  | { readonly kind: "edition"; readonly refusal: EditionRefusal }
  /** 編集中の行が書けない。重なり（conflict）があれば 409、ほかは 422。何も書いていない。 */
  | { readonly kind: "draftRows"; readonly faults: readonly DraftRowFault[] }
  /** 認定書に要る値が足りない（422）。 */
  | { readonly kind: "noticeIncomplete"; readonly missing: readonly string[] }
  /** 認定書に、どの書体にも字形の無い文字がある（422）。 */
  | { readonly kind: "noticeUnprintable"; readonly characters: readonly UnprintableCharacter[] }
  /** 計画の変更を、始めること、申請すること、認定することができない（409）。 */
  | { readonly kind: "planLife"; readonly refusal: PlanLifeRefusal }
  /** 認定の取下げの届出を、出すこと、決めることができない（409）。 */
  | { readonly kind: "planRequest"; readonly refusal: PlanRequestRefusal }
  /** 登記の閉鎖された法人は、新しい申請を始められない（409）。 */
  | { readonly kind: "companyClosed"; readonly closure: Closure }
  /** 実施状況報告を、いまは書けない（409）。 */
  | { readonly kind: "report"; readonly refusal: ReportRefusal }
  /** 受け取れない入力（422）。 */
  | { readonly kind: "invalid"; readonly errors: Readonly<Record<string, readonly string[]>> };

/** 規則集のファイル、又は版の中身に誤りがある。何も書いていない。一式を扱う画面と命令だけが受け取る。 */
export type RulebookRefusal =
  | Refusal
  | { readonly kind: "rulebookFiles"; readonly faults: readonly RulebookFault[] };
