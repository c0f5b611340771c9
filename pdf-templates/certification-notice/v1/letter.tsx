/** 認定通知書（第1版）の紙面。文言はすべて値として受け取り、ここでは配置だけを決める。 */
import type { ReactElement } from "react";
import { codeMark } from "#app/domain/certification/certificate-code.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import { JapaneseDocument } from "../../shared/japanese-document.tsx";
import {
  Addressee,
  NumberAndDate,
  Paragraphs,
  Particulars,
  Signatory,
  Subject,
} from "../../shared/letter-parts.tsx";
import { PageFrame } from "../../shared/page-frame.tsx";
import type { TemplateProps } from "../../shared/template.ts";
import type { LetterValues } from "./notice-schema.ts";
import { Verification } from "./verification.tsx";

export const noticeTitle = (notice: LetterValues): string => `${notice.subject}（${notice.documentNumber}）`;

export function CertificationNoticeLetter(props: TemplateProps<LetterValues>): ReactElement {
  const { data: notice, createdAt, numbered } = props;
  return (
    <JapaneseDocument
      title={noticeTitle(notice)}
      createdAt={createdAt}
      keywords={notice.verification === undefined ? undefined : codeMark(notice.verification.code)}
    >
      <PageFrame numbering={numbered ? "always" : "never"}>
        <NumberAndDate lines={[notice.documentNumber, formatJapaneseDate(notice.issuedOn)]} />
        <Addressee {...notice.addressee} />
        <Signatory {...notice.signatory} />
        <Subject>{notice.subject}</Subject>
        <Paragraphs>{notice.body}</Paragraphs>
        <Particulars items={notice.items} />
        {notice.verification === undefined ? null : <Verification {...notice.verification} />}
      </PageFrame>
    </JapaneseDocument>
  );
}
