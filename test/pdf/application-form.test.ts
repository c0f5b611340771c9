import { afterAll, describe, expect, test } from "vitest";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import type { DocumentSection } from "#app/domain/plan/document.ts";
import { A4, MARGIN } from "#pdf-templates/shared/paper.ts";
import type { FormV1 } from "#pdf-templates/registry.ts";
import { withFields } from "#test/support/example-plans.ts";
import { fontsOf, linesOf, propertiesOf, rendered, textOf } from "./pdf-inspection.ts";
import { changedPlan, changeForm } from "./change-form.ts";
import { AOBA, CREATED_AT, draftForm, filedForm, planDocument } from "./plan-fixtures.ts";

const pdf = createPdfRenderer({ threads: 0 });
afterAll(() => pdf.close());

const print = async (form: FormV1) =>
  rendered(await pdf.render("application-form/v1", form, { createdAt: CREATED_AT }));

const withSections = (sections: readonly DocumentSection[]): FormV1 =>
  filedForm({ document: { ...planDocument, sections } as FormV1["document"] });

const equipmentTable = (rows: number): DocumentSection => ({
  id: "equipment",
  number: "8",
  title: "経営力向上設備等の種類",
  entries: [
    {
      kind: "table",
      field: "equipment",
      label: "設備等の一覧",
      columns: [
        { field: "name", label: "設備等の名称", align: "start", weight: 3 },
        { field: "amount", label: "金額（千円）", align: "end", weight: 1 },
      ],
      rows: Array.from({ length: rows }, (_, index) => ({
        id: String(index),
        cells: [`立形マシニングセンタ第${String(index + 1)}号機`, "38,000"],
      })),
      totals: ["合計", (rows * 38_000).toLocaleString("ja-JP")],
    },
  ],
});

const everyPage = (pages: number): number[] => Array.from({ length: pages }, (_, index) => index + 1);

describe("様式第1", () => {
  test("鑑に宛先、申請日、申請者、法第17条第1項の申請文が入る", async () => {
    const text = textOf((await print(filedForm())).bytes, 1);
    for (const part of [
      "様式第1",
      "経営力向上計画に係る認定申請書",
      "令和8年11月20日",
      "東北経済産業局長殿",
      AOBA.address,
      AOBA.name,
      "代表取締役髙橋健一",
      "中小企業等経営強化法第17条第1項の規定に基づき、別紙の計画について認定を受けたいので申請します。",
      "用紙の大きさは、日本産業規格A4とする。",
    ]) {
      expect(text).toContain(part);
    }
  });

  describe("様式第3", () => {
    test("鑑に法第18条第1項の申請文、当初の認定の日付と番号、変更事項が入る", async () => {
      const text = textOf((await print(changeForm())).bytes, 1);
      for (const part of [
        "様式第3",
        "経営力向上計画の変更に係る認定申請書",
        "令和8年12月5日付け（20261205東北第1号）で認定を受けた経営力向上計画について下記のとおり変更したいので、中小企業等経営強化法第18条第1項の規定に基づき認定を申請します。",
        "設備等の追加・変更・取りやめ、実施時期の延長",
      ])
        expect(text).toContain(part);
    });

    test("不動産の取得を含めば様式第4になる", async () => {
      const withRealEstate = withFields(changedPlan, "change", { realEstate: "yes" });
      expect(textOf((await print(changeForm(withRealEstate))).bytes, 1)).toContain("様式第4");
    });

    test("中身の分からない紙の認定では、変更前は添付の写しのとおりと書く", async () => {
      const text = textOf((await print(changeForm(changedPlan, null))).bytes);
      expect(text).toContain("変更前の内容は、添付した認定通知書及び計画の写しのとおり。");
    });

    test("五千文字の文章を直しても、前も後も失わず、余白に入らない", async () => {
      const [before, after] = ["工程を集約する。", "検査を自動化する。"].map((sentence) =>
        sentence.repeat(600),
      );
      const [base, next] = [before, after].map((business) =>
        withFields(changedPlan, "present-state", { business: business ?? "" }),
      );
      const { bytes } = await print(changeForm(next, base));
      const text = textOf(bytes);
      expect(text.match(/集/gu)?.length).toBeGreaterThanOrEqual(600);
      // 対照と別紙の二か所。
      expect(text.match(/動/gu)?.length).toBeGreaterThanOrEqual(2 * 600);
      for (const line of linesOf(bytes).filter(({ yMin }) => yMin < A4.height - 60)) {
        expect(line.yMax).toBeLessThanOrEqual(A4.height - MARGIN.bottom + 4);
        expect(line.xMax).toBeLessThanOrEqual(A4.width - MARGIN.right + 1);
      }
    });
  });

  test("別紙に、すべての節の見出しと値が入る", async () => {
    const text = textOf((await print(filedForm())).bytes);
    for (const section of planDocument.sections) {
      expect(text).toContain(`${section.number}${section.title}`);
      for (const entry of section.entries) {
        if (entry.kind === "value" && entry.long === true) expect(text).toContain(entry.value);
      }
    }
    expect(text).toContain("30,000,000円");
    expect(text).toContain("（該当なし）");
    expect(text).toContain("日工機証");
  });

  test("全ページに「何枚目／全枚数」が付く", async () => {
    const printed = await print(filedForm());
    expect(printed.pages).toBeGreaterThan(2);
    for (const page of everyPage(printed.pages)) {
      expect(textOf(printed.bytes, page)).toContain(`${String(page)}/${String(printed.pages)}`);
    }
  });

  test("下書きには全ページに透かしが入り、申請日は空けてある", async () => {
    const printed = await print(draftForm());
    for (const page of everyPage(printed.pages)) {
      const letters = textOf(printed.bytes, page);
      for (const letter of "下書き") expect(letters).toContain(letter);
    }
    expect(textOf(printed.bytes, 1)).toContain("令和年月日");
  });

  test("提出した後のものには透かしが無く、受付番号が全ページに入る", async () => {
    const printed = await print(filedForm());
    for (const page of everyPage(printed.pages)) {
      const text = textOf(printed.bytes, page);
      expect(text).toContain("受付番号R8-000123");
      expect(text).not.toContain("書き");
      expect(text).not.toMatch(/下書/u);
    }
  });

  test("ページをまたぐ表は、見出し行を各ページで繰り返し、どの行も失わない", async () => {
    const printed = await print(withSections([equipmentTable(120)]));
    expect(printed.pages).toBeGreaterThan(3);
    for (const page of everyPage(printed.pages).slice(1)) {
      expect(textOf(printed.bytes, page)).toContain("設備等の名称");
    }
    const text = textOf(printed.bytes);
    for (let row = 1; row <= 120; row += 1) expect(text).toContain(`第${String(row)}号機`);
    expect(text).toContain("合計");
    expect(text).toContain("4,560,000");
  });

  test("一ページより長い欄の行は次のページへ続き、文字を失わず、下端の余白に入らない", async () => {
    const cell = Array.from({ length: 300 }, (_, index) => `第${String(index)}文を書く。`).join("");
    const [column] = [{ field: "text", label: "実施事項", align: "start", weight: 1 } as const];
    const printed = await print(
      withSections([
        {
          id: "measures",
          number: "6",
          title: "経営力向上の内容",
          entries: [
            { kind: "value", field: "overview", label: "概要", value: cell, long: true },
            {
              kind: "table",
              field: "rows",
              label: "表",
              columns: [column],
              rows: [{ id: "1", cells: [cell] }],
            },
          ],
        },
      ]),
    );
    expect(textOf(printed.bytes).match(/第299文を書く。/gu)).toHaveLength(2);
    const lowest = A4.height - MARGIN.bottom;
    for (const line of linesOf(printed.bytes)) {
      const isFooter = line.yMin > A4.height - 60;
      if (!isFooter) expect(line.yMax).toBeLessThanOrEqual(lowest + 4);
      expect(line.xMax).toBeLessThanOrEqual(A4.width - MARGIN.right + 1);
    }
  });

  test("改行と空行のある文章は、行を改めて印字し、埋め込まれない書体を持ち込まない", async () => {
    const value = "第一の段落である。\n\n第二の段落である。\r\n第三の段落である。";
    const printed = await print(
      withSections([
        {
          id: "situation",
          number: "4",
          title: "現状認識",
          entries: [{ kind: "value", field: "overview", label: "概要", value, long: true }],
        },
      ]),
    );
    const lines = linesOf(printed.bytes).map((line) => line.text);
    for (const line of ["第一の段落である。", "第二の段落である。", "第三の段落である。"]) {
      expect(lines).toContain(line);
    }
    for (const font of fontsOf(printed.bytes)) expect(font).toMatchObject({ embedded: true });
  });

  test("埋め込まれない書体が無く、同じ値からは同じバイト列ができる", async () => {
    const [first, second] = [await print(draftForm()), await print(draftForm())];
    for (const font of fontsOf(first.bytes)) expect(font).toMatchObject({ embedded: true, unicode: true });
    expect(
      fontsOf(first.bytes)
        .map((font) => font.name)
        .join(),
    ).not.toMatch(/Helvetica/u);
    expect(second.sha256).toBe(first.sha256);
  });

  test("共同で申請する事業者は、鑑に全員を書き、一者の欄はページをまたがない", async () => {
    const joint = Array.from({ length: 30 }, (_, index) => ({
      address: `宮城県名取市増田字柳田${String(index + 1)}番地`,
      name: `有限会社みちのく金属第${String(index + 1)}`,
      representative: "取締役 﨑田 𠮷男",
    }));
    const printed = await print(filedForm({ cover: { ...filedForm().cover, joint } }));
    const text = textOf(printed.bytes);
    for (const { name, address } of joint) {
      expect(text).toContain(`${name}代表者の氏名`);
      expect(text).toContain(`${address}名称及び`);
    }
    expect(text.match(/取締役﨑田𠮷男/gu)).toHaveLength(30);
  });

  test("列の多い表は一件を三段に組み、番号を付け、見出しの三段を各ページで繰り返す", async () => {
    const columns = Array.from({ length: 16 }, (_, index) => ({
      field: `c${String(index)}`,
      label: `項目その${"一二三四五六七八九十甲乙丙丁戊己".charAt(index)}`,
      align: index % 3 === 0 ? ("end" as const) : ("start" as const),
      weight: index % 2 === 0 ? 2 : 3,
    }));
    const rows = Array.from({ length: 200 }, (_, row) => ({
      id: String(row),
      cells: columns.map((_column, index) => (index === 1 ? `設備${String(row + 1)}号` : "1,234,567")),
    }));
    const printed = await print(
      withSections([
        {
          id: "equipment",
          number: "8",
          title: "経営力向上設備等の種類",
          entries: [{ kind: "table", field: "equipment", label: "設備等", columns, rows }],
        },
      ]),
    );
    const lines = linesOf(printed.bytes);
    for (const page of everyPage(printed.pages).slice(1)) {
      const text = lines.flatMap((line) => (line.page === page ? [line.text] : [])).join("\n");
      for (const word of ["番号", "項目その一", "項目その己"]) expect(text).toContain(word);
      expect(text, `${String(page)}枚目に見出しだけが残らない`).toMatch(/設備\d+号/u);
    }
    const text = textOf(printed.bytes);
    for (let row = 1; row <= 200; row += 1) expect(text).toContain(`設備${String(row)}号`);
    for (const line of lines) {
      expect(line.text, "数を途中で折らない").not.toMatch(/^\d?\d?\d,\d{3}$/u);
      expect(line.xMin).toBeGreaterThanOrEqual(MARGIN.left - 1);
      expect(line.xMax).toBeLessThanOrEqual(A4.width - MARGIN.right + 1);
      if (line.yMin < A4.height - 60) expect(line.yMax).toBeLessThanOrEqual(A4.height - MARGIN.bottom + 4);
    }
  });

  test("五千文字の文章も、失わず、余白に入らず、行頭と行末の禁則を守る", async () => {
    const sentence = "「工程の集約（5軸化）」を進め、ロットの切替えは1,234回から減らす。";
    const value = sentence.repeat(Math.ceil(5_000 / sentence.length)).slice(0, 5_000);
    const printed = await print(
      withSections([
        {
          id: "present-state",
          number: "4",
          title: "現状認識",
          entries: [
            { kind: "value", field: "overview", label: "自社の事業概要", value, long: true },
            { kind: "value", field: "short", label: "短い欄に打たれた長い文章", value },
          ],
        },
      ]),
    );
    const brackets = (text: string): number => text.split("「").length;
    expect(brackets(textOf(printed.bytes)) - 1).toBe(2 * (brackets(value) - 1));
    const lines = linesOf(printed.bytes).filter((line) => line.yMin < A4.height - 60);
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) {
      expect("、。」）ょ").not.toContain(line.text.slice(0, 1));
      expect("「（").not.toContain(line.text.slice(-1));
      expect(line.yMax).toBeLessThanOrEqual(A4.height - MARGIN.bottom + 4);
      expect(line.xMax).toBeLessThanOrEqual(A4.width - MARGIN.right + 1);
    }
  });

  test("郵送用の様式は宛先の頁で始まり、様式は1枚目から数え、宛先は窓あき封筒の窓に収まる", async () => {
    const posting = {
      office: "大阪国税局",
      postalCode: "540-8541",
      address: "大阪府大阪市中央区大手前一丁目5番63号 大阪合同庁舎第三号館",
      contact: { name: "総務課 小田 航", telephone: "022-000-0000" },
      enclosures: ["工業会等の証明書（5軸制御立形マシニングセンタ）"],
    };
    const cover = { ...filedForm().cover, addressee: "大阪国税局長", filedOn: null };
    const printed = await print(filedForm({ posting, cover, receiptNumber: null }));
    const first = textOf(printed.bytes, 1);
    for (const part of ["〒540-8541", "大阪国税局長殿", "送付書", "申請書在中", posting.contact.telephone])
      expect(first).toContain(part);
    expect(first).toContain(posting.enclosures[0]);
    expect(first).not.toMatch(/1\/\d/u);
    expect(textOf(printed.bytes, 2)).toContain(`1/${String(printed.pages - 1)}`);
    const millimetre = 72 / 25.4;
    const label = linesOf(printed.bytes).filter(({ page, yMin }) => page === 1 && yMin < 57 * millimetre);
    expect(label.length).toBeGreaterThan(3);
    for (const line of label.filter(({ xMin }) => xMin < 100 * millimetre)) {
      expect(line.yMin).toBeGreaterThan(15 * millimetre);
      expect(line.yMax).toBeLessThan(55 * millimetre);
      expect(line.xMin).toBeGreaterThan(22 * millimetre);
      expect(line.xMax).toBeLessThan(108 * millimetre);
    }
  });

  test("郵送先の住所が分からなければ、書き込む欄を空けて、確かめるよう書く", async () => {
    const posting = {
      office: "大阪国税局",
      postalCode: "",
      address: "",
      contact: { name: "", telephone: "" },
      enclosures: [],
    };
    expect(textOf((await print(filedForm({ posting }))).bytes, 1)).toContain("宛先の住所は、提出先の");
  });

  test("置き換えた文字があれば、そのことを終わりに書く", async () => {
    expect(textOf((await print(filedForm())).bytes)).not.toContain("印字できない文字");
    expect(textOf((await print(filedForm({ substituted: ["U+1F600"] }))).bytes)).toContain(
      "印字できない文字は〓に置き換え、又は字形の指定を省いています（U+1F600）",
    );
  });

  test("表題と言語が記される", async () => {
    const { bytes } = await print(filedForm());
    expect(propertiesOf(bytes)).toMatchObject({ Title: `経営力向上計画に係る認定申請書　${AOBA.name}` });
    expect(Buffer.from(bytes).toString("latin1")).toContain("/Lang (ja-JP)");
  });

  test("列と数の合わない行は断る", async () => {
    const [section] = [equipmentTable(1)];
    const table = section.entries[0];
    const broken = withSections([
      { ...section, entries: [{ ...table, rows: [{ id: "1", cells: ["一欄だけ"] }] } as never] },
    ]);
    const outcome = await pdf.render("application-form/v1", broken, { createdAt: CREATED_AT });
    expect(outcome).toMatchObject({ ok: false, error: { kind: "invalidData" } });
  });
});
