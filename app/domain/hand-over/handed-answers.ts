/** 引き継いだ版の答え。中身が渡されなければ、分かっている欄だけを埋める。 */
import { draftOf } from "../plan/draft.ts";
import type { RawAnswers, RawSection } from "../plan/field.ts";
import { sectionOf } from "../plan/sections.ts";
import type { RecordOf } from "./records.ts";

export function handedAnswers(version: RecordOf<"versions">, company: RecordOf<"companies">): RawAnswers {
  if (version.content !== null) return version.content;
  const known: RawAnswers = {
    company: companySection(company),
    industry: {
      industries: [
        {
          id: "industry-1",
          revision: version.industryRevision ?? "14",
          code: version.industryCode ?? "",
        },
      ],
    },
    period: { start: version.startMonth, end: version.endMonth },
  };
  return Object.fromEntries(
    Object.entries(known).map(([id, raw]) => {
      const section = sectionOf(id);
      return [id, section === undefined ? raw : draftOf(section, raw, () => "")];
    }),
  );
}

const companySection = (company: RecordOf<"companies">): RawSection => ({
  corporationType: company.corporationType,
  name: company.name,
  representative: company.representative,
  ...(company.corporationType === "corporation" ? { corporateNumber: company.key } : {}),
  prefecture: company.prefecture,
  address: company.address,
});
