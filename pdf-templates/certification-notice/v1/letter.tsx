/** 通知書の紙面。文言はすべて値として受け取り、ここでは配置だけを決める。 */
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

/** @param props.hanging 発信者の行の終わりの括弧を、欄の外に半字出す（第2版から） */
export function OfficialLetter(
  props: TemplateProps<LetterValues> & { readonly hanging: boolean },
): ReactElement {
  const { data: notice, createdAt, numbered, hanging } = props;
  return (
    <JapaneseDocument
      title={noticeTitle(notice)}
      createdAt={createdAt}
      keywords={notice.verification === undefined ? undefined : codeMark(notice.verification.code)}
    >
      <PageFrame numbering={numbered ? "always" : "never"}>
        <NumberAndDate lines={[notice.documentNumber, formatJapaneseDate(notice.issuedOn)]} />
        <Addressee {...notice.addressee} />
        <Signatory {...notice.signatory} hanging={hanging} />
        <Subject>{notice.subject}</Subject>
        <Paragraphs>{notice.body}</Paragraphs>
        <Particulars items={notice.items} />
        {notice.verification === undefined ? null : <Verification {...notice.verification} />}
      </PageFrame>
    </JapaneseDocument>
  );
}

/** 第1版の紙面。 */
export const CertificationNoticeLetter = (props: TemplateProps<LetterValues>): ReactElement => (
  <OfficialLetter {...props} hanging={false} />
);
