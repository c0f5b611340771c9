/** 1 名称等。様式第1 の申請者の欄と、鑑の共同申請者、電子申請で要らなくなったチェックシートの事項。 */
import { APPLICANT_FORMS } from "../../eligibility/applicant-form.ts";
import { defineSection } from "../field.ts";
import {
  choice,
  corporateNumber,
  date,
  email,
  integer,
  rows,
  telephone,
  text,
  yesNo,
} from "../field-kinds.ts";

type Answers = { readonly [field: string]: unknown };
const isCorporation = (answers: Answers): boolean => answers["corporationType"] !== "soleProprietor";
const hasMembers = (answers: Answers): boolean =>
  isCorporation(answers) &&
  (answers["organisation"] === "cooperative" || answers["organisation"] === "generalIncorporatedAssociation");

export const company = defineSection({
  id: "company",
  number: "1",
  title: "名称等",
  intro: "申請する事業者について入力します。登記（個人事業主の方は開業届）のとおりに入力してください。",
  fields: {
    corporationType: choice({
      label: "法人・個人の別",
      help: "会社や社会福祉法人などは「法人」を選びます。",
      options: [
        { value: "corporation", label: "法人" },
        { value: "soleProprietor", label: "個人事業主" },
      ],
    }),
    organisation: choice({
      label: "組織の形",
      help: "認定を受けられるか、税制の措置を使えるかを確かめるために伺います。",
      requirement: "optional",
      beyondForm: true,
      options: Object.entries(APPLICANT_FORMS)
        .filter(([value]) => value !== "soleProprietor")
        .map(([value, label]) => ({ value, label })),
      when: isCorporation,
    }),
    membersQualify: yesNo({
      label: "構成員についての条件",
      help: "組合や一般社団法人の構成員の多くが、中小の事業者であるかを選びます。",
      requirement: "optional",
      beyondForm: true,
      yes: "満たす",
      no: "満たさない",
      when: hasMembers,
    }),
    established: yesNo({
      label: "設立の登記又は開業の届出",
      help: "法人は設立の登記、個人事業主は税務署への開業届が済んでいるかを選びます。",
      requirement: "optional",
      beyondForm: true,
      yes: "済んでいる",
      no: "済んでいない",
    }),
    name: text({
      label: "事業者の氏名又は名称",
      help: "法人は登記の名称、個人事業主は屋号（屋号がなければ氏名）を入力します。",
      example: "株式会社青葉精密製作所",
      maxLength: 300,
      autoComplete: "organization",
    }),
    representative: text({
      label: "代表者の役職名及び氏名",
      help: "役職名と氏名を続けて入力します。",
      example: "代表取締役 髙橋 健一",
      when: isCorporation,
    }),
    corporateNumber: corporateNumber({
      label: "法人番号",
      help: "国税庁の法人番号公表サイトで確かめられる13桁の番号です。",
      example: "7990001000001",
      when: isCorporation,
    }),
    prefecture: choice({
      label: "主たる事務所の都道府県",
      help: "申請の提出先は、事業分野とこの都道府県で決まります。",
      options: "prefectures",
    }),
    address: text({
      label: "住所",
      help: "都道府県から番地まで、登記のとおりに入力します。",
      example: "宮城県仙台市泉区明通二丁目14番地",
      maxLength: 300,
      autoComplete: "street-address",
    }),
    capital: integer({
      label: "資本金又は出資の額",
      unit: "円",
      min: 0,
      requirement: "optional",
      help: "資本金のない法人は空欄にします。",
      example: "30,000,000",
      when: isCorporation,
    }),
    employees: integer({
      label: "常時雇用する従業員の数",
      unit: "人",
      min: 0,
      help: "申請日の時点での数です。2,000人を超えると認定を受けられません。",
      example: "46",
    }),
    establishedOn: date({
      label: "設立年月日",
      requirement: "recommended",
      help: "登記にある設立の日です。個人事業主は開業の日を入力します。",
      example: "1984年6月1日（昭和59年6月1日）",
    }),
    closingMonth: choice({
      label: "決算月",
      help: "事業年度が終わる月です。個人事業主は12月です。",
      options: Array.from({ length: 12 }, (_, index) => ({
        value: String(index + 1),
        label: `${index + 1}月`,
      })),
    }),
    deficit: yesNo({
      label: "所得金額又は欠損金額（直近の事業年度）",
      help: "直近の申告で、所得（黒字）だったか欠損（赤字）だったかを選びます。",
      requirement: "optional",
      beyondForm: true,
      yes: "欠損（赤字）",
      no: "所得（黒字）",
    }),
    jointApplicants: rows({
      label: "共同申請者",
      rowLabel: "共同申請者",
      requirement: "optional",
      help: "ほかの事業者と共同で申請するときだけ、代表して申請する事業者のほかの全員を入力します。",
      maxRows: 30,
      fields: {
        name: text({
          label: "氏名又は名称",
          help: "法人は登記の名称を入力します。",
          example: "有限会社みちのく金属",
          maxLength: 300,
        }),
        representative: text({
          label: "代表者の役職名及び氏名",
          help: "個人事業主は空欄にします。",
          example: "取締役 佐藤 洋",
          requirement: "optional",
        }),
        address: text({
          label: "住所",
          help: "都道府県から番地まで入力します。",
          example: "宮城県名取市増田字柳田80番地",
          maxLength: 300,
        }),
        corporateNumber: corporateNumber({
          label: "法人番号",
          help: "13桁の番号です。個人事業主は空欄にします。",
          example: "6990001000002",
          requirement: "optional",
        }),
      },
    }),
    contactName: text({
      label: "担当者の氏名",
      help: "内容についてお尋ねするときの相手の方です。部署の名前も書けます。",
      autoComplete: "name",
      example: "総務課 小田 航",
    }),
    contactTelephone: telephone({
      label: "担当者の電話番号",
      help: "昼間に連絡のつく番号を、市外局番から入力します。",
      autoComplete: "tel",
      example: "022-000-0000",
    }),
    contactEmail: email({
      label: "担当者のメールアドレス",
      help: "差戻しや認定のお知らせを送ります。",
      autoComplete: "email",
      example: "tantou@example.co.jp",
    }),
    website: text({
      label: "ホームページ",
      requirement: "optional",
      help: "自社のホームページがあれば、その場所を入力します。",
      example: "https://www.example.co.jp",
      maxLength: 300,
    }),
    publishConsent: yesNo({
      label: "認定企業一覧への公表",
      help: "認定を受けた事業者の一覧に名称などを載せてよいかを選びます。認定の後に変えることはできません。",
      yes: "公表してよい",
      no: "公表しない",
    }),
  },
});
