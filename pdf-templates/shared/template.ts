/** 帳票の版の定義。一度発行に使った版は変えず、変えるときは新しい版のフォルダを作る。 */
import type { ComponentType, ReactElement } from "react";
import { createElement } from "react";
import type { z } from "zod";
import { ok, refuse, type Result } from "#app/domain/result.ts";

export type TemplateProps<Data> = {
  readonly data: Data;
  /** UTC の ISO 文字列。 */
  readonly createdAt: string;
  /** numberedWhenSeveral の版で、二枚以上になったので番号を付ける。 */
  readonly numbered: boolean;
};

export type PdfTemplate<Data> = {
  /** 例: "certification-notice/v1" */
  readonly id: string;
  readonly schema: z.ZodType<Data>;
  readonly component: ComponentType<TemplateProps<Data>>;
  /** PDF の表題。 */
  readonly title: (data: Data) => string;
  /** 保存するときのファイル名。 */
  readonly fileName: (data: Data) => string;
  /**
   * 一枚で終わるときはページ番号を付けない版。番号は頁を二度組ませて遅いので、
   * 番号なしで描き、二枚以上になったときだけ番号を付けて描き直す。
   */
  readonly numberedWhenSeveral?: true;
};

/** 検査を終え、描くばかりになった帳票。 */
export type PreparedDocument = {
  readonly data: unknown;
  readonly title: string;
  readonly fileName: string;
  readonly numberedWhenSeveral: boolean;
  readonly element: (createdAt: string, numbered: boolean) => ReactElement;
};

export type RegisteredTemplate = {
  readonly id: string;
  /** データの検査と組立て。合わないデータは zod の指摘で断る。 */
  readonly prepare: (data: unknown) => Result<PreparedDocument, readonly z.core.$ZodIssue[]>;
};

const UNSAFE_IN_FILE_NAME = /[\\/:*?"<>|\p{Cc}]/gu;

/** 型の違う帳票を一つの表に並べるため、データの型を prepare の中に閉じる。 */
export function register<Data>(template: PdfTemplate<Data>): RegisteredTemplate {
  return {
    id: template.id,
    prepare(input) {
      const parsed = template.schema.safeParse(input);
      if (!parsed.success) return refuse(parsed.error.issues);
      const data = parsed.data;
      return ok({
        data,
        title: template.title(data),
        fileName: template.fileName(data).replace(UNSAFE_IN_FILE_NAME, "_"),
        numberedWhenSeveral: template.numberedWhenSeveral ?? false,
        element: (createdAt, numbered) => createElement(template.component, { data, createdAt, numbered }),
      });
    },
  };
}
