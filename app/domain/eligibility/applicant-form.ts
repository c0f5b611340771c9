/** 申請者の組織の形。計画の認定と税の特例の両方が、まずこれで分かれる (法第2条)。 */

/** 組織の形と、画面に出す名前。 */
export const APPLICANT_FORMS = {
  company: "会社",
  soleProprietor: "個人事業主",
  medicalCorporation: "医業又は歯科医業を主たる事業とする法人",
  socialWelfareCorporation: "社会福祉法人",
  nonProfitCorporation: "特定非営利活動法人",
  cooperative: "協同組合等 (企業組合、協業組合、事業協同組合、商工組合など)",
  generalIncorporatedAssociation: "一般社団法人",
  other: "その他",
} as const;

/** 組織の形の符号。 */
export type ApplicantForm = keyof typeof APPLICANT_FORMS;
