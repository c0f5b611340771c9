/** 共有の計画例と同じ事業者・数値から作った、帳票の試験のための値。 */
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import type { DocumentSection, PlanDocument } from "#app/domain/plan/document.ts";
import { formHeading } from "#app/domain/plan/form-number.ts";
import type { FormV1, ReceiptV1 } from "#pdf-templates/registry.ts";

export const CREATED_AT = "2026-12-05T06:00:00Z";

export const AOBA = {
  name: "株式会社青葉精密製作所",
  representative: "代表取締役 髙橋 健一",
  address: "宮城県仙台市泉区明通二丁目14番地",
} as const;

export const NISHIKAMI = {
  name: "西神倉庫株式会社",
  representative: "代表取締役社長 﨑山 由美",
  address: "兵庫県神戸市西区伊川谷町有瀬1207番地の3",
} as const;

export const YOSHIKAWA = {
  name: "有限会社𠮷川建設",
  representative: "代表取締役 𠮷川 誠",
  address: "大阪府堺市北区百舌鳥梅町一丁目30番1号",
} as const;

export const noticeFor = (
  addressee: CertificationNotice["addressee"],
  changes: Partial<CertificationNotice> = {},
): CertificationNotice => ({
  templateVersion: "certification-notice/v2",
  documentNumber: "20261205東北第1号",
  issuedOn: "2026-12-05",
  addressee,
  signatory: { title: "東北経済産業局長", name: null, sealNote: "（公印省略）" },
  subject: "経営力向上計画に係る認定について",
  body: [
    "令和8年11月20日付けで申請のあった経営力向上計画については、中小企業等経営強化法第17条第1項の規定に基づき、認定します。",
  ],
  items: [
    {
      label: "事業分野",
      value: "2662 金属工作機械用・金属加工機械用部分品・附属品製造業（機械工具、金型を除く）",
    },
    { label: "計画期間", value: "令和8年12月から令和11年11月まで" },
  ],
  ...changes,
});

const value = (field: string, label: string, text: string, unit?: string) =>
  ({ kind: "value", field, label, value: text, ...(unit === undefined ? {} : { unit }) }) as const;

const prose = (field: string, label: string, text: string) =>
  ({ kind: "value", field, label, value: text, long: true }) as const;

const sections: readonly DocumentSection[] = [
  {
    id: "company",
    number: "1",
    title: "名称等",
    entries: [
      value("name", "事業者の氏名又は名称", AOBA.name),
      value("representative", "代表者の役職名及び氏名", AOBA.representative),
      value("capital", "資本金又は出資の額", "30,000,000", "円"),
      value("employees", "常時雇用する従業員の数", "46", "人"),
      value("corporateNumber", "法人番号", "7990001000001"),
      value("established", "設立年月日", "昭和59年6月1日"),
      value("closingMonth", "決算月", "3", "月"),
    ],
  },
  {
    id: "industry",
    number: "2",
    title: "事業分野と事業分野別指針名",
    entries: [
      value("group", "事業分野（中分類）", "26 生産用機械器具製造業"),
      value("class", "事業分野（細分類）", "2662 金属工作機械用・金属加工機械用部分品・附属品製造業"),
      value("guideline", "事業分野別指針名", "製造業"),
    ],
  },
  {
    id: "period",
    number: "3",
    title: "実施時期",
    entries: [value("period", "計画の期間", "令和8年12月 ～ 令和11年11月（36か月）")],
  },
  {
    id: "situation",
    number: "4",
    title: "現状認識",
    entries: [
      prose(
        "overview",
        "① 自社の事業概要",
        "昭和59年の設立以来、金属加工機械の送り機構・主軸ユニット等の精密部品を受託加工している。従業員46名、うち技能検定1級保有者9名。主要取引先は県内外の工作機械メーカー5社で、売上の約7割を占める。",
      ),
      prose(
        "market",
        "② 自社の商品・サービスが対象とする顧客・市場の動向、競合の動向",
        "取引先の小型機への移行に伴い、1ロット20個以下・納期2週間以内の引合いが3年前の約1.8倍に増えた。競合各社は5軸加工機の導入で工程を集約しており、段取り替えの時間差が価格差となって表れている。",
      ),
      prose(
        "finance",
        "③ 自社の経営状況",
        "売上高は横ばいだが、段取り替えと夜間の無人運転時間の短さから営業利益率は3.1%にとどまる。",
      ),
      {
        kind: "table",
        field: "benchmark",
        label: "ローカルベンチマーク",
        columns: [
          { field: "indicator", label: "指標", align: "start", weight: 5 },
          { field: "now", label: "現状値", align: "end", weight: 3 },
          { field: "score", label: "評点", align: "end", weight: 2 },
        ],
        rows: [
          { id: "1", cells: ["売上高増加率", "2.34%", "3"] },
          { id: "2", cells: ["営業利益率", "3.10%", "3"] },
          { id: "3", cells: ["労働生産性", "412千円/人", "2"] },
          { id: "4", cells: ["EBITDA有利子負債倍率", "2.66倍", "4"] },
          { id: "5", cells: ["営業運転資本回転期間", "1.98か月", "3"] },
          { id: "6", cells: ["自己資本比率", "30.4%", "3"] },
        ],
      },
      prose(
        "issues",
        "④ 経営課題",
        "①段取り替え時間（1回平均95分）の短縮、②熟練者に依存した工程設計の標準化、③夜間無人運転の時間延長。",
      ),
    ],
  },
  {
    id: "indicator",
    number: "5",
    title: "経営力向上の目標及び経営力向上による経営の向上の程度を示す指標",
    entries: [
      value("kind", "指標の種類", "労働生産性"),
      value("baseline", "A 現状", "5,747.17", "千円/人"),
      value("target", "B 計画終了時の目標", "6,200.00", "千円/人"),
      value("growth", "伸び率（(B－A)／A）", "7.88", "%"),
    ],
  },
  {
    id: "measures",
    number: "6",
    title: "経営力向上の内容",
    entries: [
      value("own", "(1) 現に有する経営資源を利用する取組", "有"),
      value("others", "(2) 他の事業者から取得した又は提供された経営資源を利用する取組", "無"),
      {
        kind: "table",
        field: "measures",
        label: "(3) 具体的な実施事項",
        columns: [
          { field: "mark", label: "記号", align: "start", weight: 1.2 },
          { field: "item", label: "該当箇所", align: "start", weight: 2 },
          { field: "measure", label: "実施事項", align: "start", weight: 8 },
          { field: "new", label: "新事業活動", align: "start", weight: 1.8 },
        ],
        rows: [
          {
            id: "a",
            cells: [
              "ア",
              "イ(2)",
              "5軸加工機の多台持ちに向け、3名を対象に6か月の計画的な教育を行い、1人2台持ちを標準とする。",
              "",
            ],
          },
          {
            id: "b",
            cells: [
              "イ",
              "ハ(2)",
              "熟練者の工程設計を標準作業書と加工条件表に落とし、新規品の段取り時間を平均95分から60分に短縮する。",
              "",
            ],
          },
          {
            id: "c",
            cells: [
              "ウ",
              "ホ(1)",
              "5軸制御マシニングセンタ1台を導入して3工程を1工程に集約し、夜間無人運転を1日あたり5時間に延ばす。",
              "",
            ],
          },
        ],
      },
    ],
  },
  {
    id: "funding",
    number: "7",
    title: "経営力向上を実施するために必要な資金の額及びその調達方法",
    entries: [
      {
        kind: "table",
        field: "funding",
        label: "資金の内訳",
        columns: [
          { field: "mark", label: "実施事項", align: "start", weight: 1.4 },
          { field: "use", label: "使途・用途", align: "start", weight: 5 },
          { field: "source", label: "資金調達方法", align: "start", weight: 2 },
          { field: "amount", label: "金額（千円）", align: "end", weight: 2 },
        ],
        rows: [
          { id: "1", cells: ["ウ", "5軸制御マシニングセンタの取得", "融資", "38,000"] },
          { id: "2", cells: ["ウ", "据付及び治具", "自己資金", "6,500"] },
        ],
        totals: ["", "合計", "", "44,500"],
      },
    ],
  },
  {
    id: "equipment",
    number: "8",
    title: "経営力向上設備等の種類",
    entries: [
      {
        kind: "table",
        field: "equipment",
        label: "設備等の一覧",
        columns: [
          { field: "mark", label: "実施事項", align: "start", weight: 1.2 },
          { field: "month", label: "取得年月", align: "start", weight: 2 },
          { field: "type", label: "類型", align: "start", weight: 1 },
          { field: "name", label: "設備等の名称／型式", align: "start", weight: 4 },
          { field: "place", label: "所在地", align: "start", weight: 2.6 },
          { field: "kind", label: "種類", align: "start", weight: 1.8 },
          { field: "price", label: "単価（千円）", align: "end", weight: 1.6 },
          { field: "count", label: "数量", align: "end", weight: 1 },
          { field: "certificate", label: "証明書等の文書番号等", align: "start", weight: 2.8 },
        ],
        rows: [
          {
            id: "1",
            cells: [
              "ウ",
              "令和9年2月",
              "A",
              "5軸制御立形マシニングセンタ／VX5-600",
              "宮城県仙台市泉区",
              "機械装置",
              "38,000",
              "1",
              "日工機証26-004417",
            ],
          },
        ],
      },
    ],
  },
  {
    id: "realEstate",
    number: "11",
    title: "事業又は資産の譲受けに伴い取得する不動産の内容",
    entries: [
      {
        kind: "table",
        field: "land",
        label: "土地",
        columns: [{ field: "place", label: "所在・地番", align: "start", weight: 1 }],
        rows: [],
      },
    ],
  },
];

export const planDocument: PlanDocument = {
  formVersion: "form1/v1",
  title: "経営力向上計画に係る認定申請書",
  sections,
};

export const filedForm = (changes: Partial<FormV1> = {}): FormV1 =>
  ({
    document: planDocument,
    cover: {
      heading: formHeading({}),
      addressee: "東北経済産業局長",
      filedOn: "2026-11-20",
      ...AOBA,
      joint: [],
    },
    posting: null,
    substituted: [],
    watermark: null,
    receiptNumber: "R8-000123",
    ...changes,
  }) as FormV1;

export const draftForm = (): FormV1 =>
  filedForm({
    watermark: "下書き",
    receiptNumber: null,
    cover: { heading: formHeading({}), addressee: "東北経済産業局長", filedOn: null, ...AOBA, joint: [] },
  });

export const receipt = (changes: Partial<ReceiptV1> = {}): ReceiptV1 => ({
  receiptNumber: "26-0000-1235",
  spokenNumber: "に ろく、ゼロ ゼロ ゼロ ゼロ、いち に さん ご",
  filedBy: "髙橋 健一",
  sequence: 1,
  filedAt: "2026-11-20T06:04:00Z",
  company: { name: AOBA.name, representative: AOBA.representative },
  addressee: "東北経済産業局長",
  office: "東北経済産業局",
  processing: "14業務日",
  expectedOn: "2026-12-11" as ReceiptV1["expectedOn"],
  substituted: [],
  sections: sections.map(({ number, title }) => ({ number, title })),
  attachments: [
    {
      kindName: "工業会等の証明書",
      fileName: "工業会証明書_日工機証26-004417.pdf",
      size: 482_113,
      sha256: "5f".repeat(32),
    },
    {
      kindName: "見積書",
      fileName: "見積書（5軸制御立形マシニングセンタ）.pdf",
      size: 96_004,
      sha256: "0c9a".repeat(16),
    },
  ],
  ...changes,
});
