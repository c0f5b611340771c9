/** PDF の外枠。表題と言語を記し、作成日時を固定する（同じ内容から同じバイト列ができるように）。 */
import { Document } from "@react-pdf/renderer";
import type { ReactElement, ReactNode } from "react";

const PRODUCER = "経営力向上計画 電子申請ポータル";

export function JapaneseDocument(props: {
  readonly title: string;
  /** UTC の ISO 文字列。 */
  readonly createdAt: string;
  /** 書類の属性（Keywords）。圧縮されずに残る。 */
  readonly keywords?: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const createdAt = new Date(props.createdAt);
  return (
    <Document
      title={props.title}
      language="ja-JP"
      {...(props.keywords === undefined ? {} : { keywords: props.keywords })}
      creator={PRODUCER}
      producer={PRODUCER}
      creationDate={createdAt}
      modificationDate={createdAt}
    >
      {props.children}
    </Document>
  );
}
