import type { ReactNode } from "react";

/**
 * 入力欄が共通して受け取る値。route は様式の欄（label、help、example）と入力済みの値、誤りをそのまま渡す。
 */
export type FieldProps = {
  /** 画面で一意。誤りの一覧はここへ飛ぶ。 */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** 真なら「必須」、偽なら「任意」、省くと札を出さない（絞り込みなど）。 */
  readonly required?: boolean | undefined;
  readonly help?: string | undefined;
  /** 「例：」の後に続く記入例。 */
  readonly example?: string | undefined;
  readonly errors?: readonly string[] | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** 欄の外にある説明の id。 */
  readonly describedBy?: string | undefined;
  /** 欄の下に置く物（変更前の値など）。 */
  readonly below?: ReactNode;
  /** 絞り込みや表の中で使う低い欄。 */
  readonly dense?: boolean | undefined;
  /** 見出しを読み上げだけにする（表の中の欄）。 */
  readonly labelHidden?: boolean | undefined;
  /** この欄の入力を持つ form の id（form の外に置くとき）。 */
  readonly form?: string | undefined;
};

/** 欄の幅。入る文字の長さの目安を兼ねる。 */
export type FieldWidth = "xs" | "sm" | "md" | "lg" | "full";

/** Select、Radios、Checkboxes の選択肢。 */
export type FieldOption = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
};

/** 欄を説明する要素の id。無い物は含めない。 */
export function describedBy(
  field: Pick<FieldProps, "id" | "help" | "example" | "errors" | "describedBy">,
  ...more: readonly (string | false | undefined)[]
) {
  const ids = [
    field.errors !== undefined && field.errors.length > 0 && `${field.id}-error`,
    field.help !== undefined && `${field.id}-help`,
    field.example !== undefined && `${field.id}-example`,
    field.describedBy,
    ...more,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
