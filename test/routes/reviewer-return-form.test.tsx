/** 差戻しの画面の入力。 */
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "#app/domain/plan/document.ts";
import {
  COMMENT_LENGTH,
  commentTargets,
  emptyDraft,
  FIRST_ROWS,
  parseComments,
  readDrafts,
  withBlock,
  withRows,
} from "#app/routes/reviewer/comment-form.ts";
import { CommentRows } from "#app/routes/reviewer/CommentRows.tsx";
import { parseProposal } from "#app/routes/reviewer/proposal-form.ts";
import { elementById, elementsOf, unescapeHtml } from "../ui/markup.ts";

const document: PlanDocument = {
  formVersion: "application-form/v1",
  title: "経営力向上計画に係る認定申請書",
  sections: [
    {
      id: "period",
      number: "3",
      title: "実施時期",
      entries: [
        { kind: "value", field: "start", label: "開始", value: "令和8年12月" },
        { kind: "table", field: "rows", label: "表", columns: [], rows: [] },
      ],
    },
  ],
};

const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const row = (index: number, target: string, kind: string, text: string) => ({
  [`target-${index}`]: target,
  [`kind-${index}`]: kind,
  [`text-${index}`]: text,
});

describe("指摘の読み取り", () => {
  it("空の行を飛ばし、書いた順に指摘にする", () => {
    const drafts = readDrafts(
      formOf({
        ...row(0, "period/start", "wrong", "  開始が過ぎています\r\n直してください "),
        ...row(1, "", "", "  "),
        ...row(2, "period/rows", "missing", "足りません"),
      }),
    );
    expect(parseComments(drafts, document)).toEqual({
      ok: true,
      value: [
        { section: "period", field: "start", kind: "wrong", text: "開始が過ぎています\n直してください" },
        { section: "period", field: "rows", kind: "missing", text: "足りません" },
      ],
    });
  });

  it.each([
    ["欄を選んでいない", { target: "", kind: "wrong", text: "x" }, ["target-0"]],
    ["様式にない欄", { target: "period/secret", kind: "wrong", text: "x" }, ["target-0"]],
    ["知らない種類", { target: "period/start", kind: "bad", text: "x" }, ["kind-0"]],
    ["内容がない", { target: "period/start", kind: "wrong", text: " \n" }, ["text-0"]],
    [
      "長すぎる",
      { target: "period/start", kind: "wrong", text: "𠮷".repeat(COMMENT_LENGTH + 1) },
      ["text-0"],
    ],
    ["種類だけ選んだ", { target: "", kind: "wrong", text: "" }, ["target-0", "text-0"]],
    [
      "種類と合わない理由の",
      { target: "period/start", kind: "missing", reason: "miscalculated", text: "x" },
      ["reason-0"],
    ],
    ["どの行も空", emptyDraft, ["comments"]],
  ])("%s指摘は、その欄の誤りになる", (_name, draft, fields) => {
    const read = parseComments([{ ...emptyDraft, ...draft }], document);
    expect(read.ok ? [] : Object.keys(read.error)).toEqual(fields);
  });

  it("理由だけを選べば、種類と文が決まり、理由の符号が残る", () => {
    const draft = { ...emptyDraft, target: "period/start", reason: "noGround" };
    expect(parseComments([draft], document)).toEqual({
      ok: true,
      value: [
        {
          section: "period",
          field: "start",
          kind: "missing",
          reason: "noGround",
          text: "数値又は見込みの根拠が書かれていません。算出の方法を書き足してください。",
        },
      ],
    });
  });

  it("文例は、その行の内容の終わりに足され、ほかの行は変わらない", () => {
    const drafts = [{ ...emptyDraft, text: "前の文" }, emptyDraft];
    expect(withBlock(drafts, 0, "文例の文").map(({ text }) => text)).toEqual(["前の文\n文例の文", ""]);
    expect(withBlock(drafts, 1, "文例の文").map(({ text }) => text)).toEqual(["前の文", "文例の文"]);
  });

  it("上限ちょうどの長さは、一文字二符号の字でも受け取る", () => {
    const text = "𠮷".repeat(COMMENT_LENGTH);
    expect(
      parseComments([{ ...emptyDraft, target: "period/start", kind: "unclear", text }], document).ok,
    ).toBe(true);
  });

  it("form でない本文からは、一行も読まない", () => {
    expect(readDrafts(new FormData())).toEqual([]);
  });
});

describe("差戻しの画面", () => {
  const typed = readDrafts(
    formOf({ ...row(0, "period/rows", "", "<指摘> & 内容\n二行目"), ...row(1, "", "missing", "") }),
  );
  const read = parseComments(typed, document);
  const drafts = withRows(typed, FIRST_ROWS);
  const html = renderToStaticMarkup(
    <CommentRows
      drafts={drafts}
      errors={read.ok ? {} : read.error}
      targets={commentTargets(document)}
      blocks={[]}
    />,
  );

  it("誤りがあっても、選んだ欄、種類、書いた文字が残る", () => {
    expect(unescapeHtml(html)).toContain("<指摘> & 内容\n二行目</textarea>");
    const selected = elementsOf(html).filter(
      ({ tag, attributes }) => tag === "option" && "selected" in attributes,
    );
    expect(selected.map(({ attributes }) => attributes["value"])).toEqual([
      "period/rows",
      ...Array.from({ length: 9 }, () => ""),
    ]);
    const checked = elementsOf(html).filter(({ attributes }) => "checked" in attributes);
    expect(checked.map(({ attributes }) => [attributes["name"], attributes["value"]])).toEqual([
      ["kind-1", "missing"],
    ]);
  });

  it("誤りは、その行のその欄に結び付く", () => {
    expect(elementById(html, "text-1")?.attributes["aria-invalid"]).toBe("true");
    expect(elementById(html, "text-0")?.attributes["aria-invalid"]).toBeUndefined();
    expect(elementById(html, "target-1")?.attributes["aria-describedby"]).toContain("target-1-error");
  });

  it("初めは五行あり、増やしても書いた行は動かない", () => {
    expect(drafts).toHaveLength(FIRST_ROWS);
    expect(withRows(typed, 12).slice(0, 2)).toEqual(typed);
    expect(withRows(typed, 12)).toHaveLength(12);
  });
});

describe("起案の読み取り", () => {
  it.each([
    ["認定は理由がなくてもよい", { outcome: "certify", ground: " " }, []],
    ["不認定には理由が要る", { outcome: "decline", ground: " " }, ["ground"]],
    ["案を選ばないと起案できない", { outcome: "", ground: "理由" }, ["outcome"]],
    ["長すぎる理由は断る", { outcome: "certify", ground: "あ".repeat(2001) }, ["ground"]],
  ])("%s", (_name, typedProposal, fields) => {
    const proposal = parseProposal(typedProposal);
    expect(proposal.ok ? [] : Object.keys(proposal.error)).toEqual(fields);
  });
});
