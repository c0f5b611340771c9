import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { shownStatus, statuses, statusWords } from "#app/domain/workflow/statuses.ts";
import { TaskList, taskStatusWords, type TaskStatus } from "#app/ui/primitives/TaskList.tsx";
import { ApplicationStagePath } from "#app/ui/workflow/ApplicationStagePath.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { elementById, elementsOf, textOf } from "./markup.ts";

it.each(statuses)("状態 %s は色だけでなく言葉と形で示す", (status) => {
  const html = renderToStaticMarkup(<StatusTag status={status} />);
  expect(textOf(html)).toBe(statusWords[status]);
  expect(elementsOf(html).filter((element) => element.tag === "path")).toHaveLength(1);
});

it("取り消した認定は、状態が認定のままでも、取消しと示す", () => {
  expect(shownStatus("certified", true)).toBe("revoked");
  expect(shownStatus("certified", false)).toBe("certified");
  expect(shownStatus("declined", true)).toBe("declined");
  expect(textOf(renderToStaticMarkup(<StatusTag status="revoked" />))).toBe("認定（取消し）");
});

it.each([
  ["draft", "現在：下書き|これから：申請済|これから：受理済|これから：審査中|これから：認定"],
  ["underReview", "完了：✓ 下書き|完了：✓ 申請済|完了：✓ 受理済|現在：審査中|これから：認定"],
  ["returned", "完了：✓ 下書き|完了：✓ 申請済|完了：✓ 受理済|現在：差戻し|これから：認定"],
  ["certified", "完了：✓ 下書き|完了：✓ 申請済|完了：✓ 受理済|完了：✓ 審査中|完了：✓ 認定"],
  ["declined", "完了：✓ 下書き|完了：✓ 申請済|完了：✓ 受理済|完了：✓ 審査中|現在：不認定"],
  ["revoked", "完了：✓ 下書き|完了：✓ 申請済|完了：✓ 受理済|完了：✓ 審査中|現在：認定（取消し）"],
  ["withdrawn", "完了：✓ 下書き|完了：✓ 申請済|現在：取下げ"],
] as const)("%s の申請がどの段階に居るか", (status, words) => {
  const html = renderToStaticMarkup(<ApplicationStagePath status={status} />);
  expect([...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, item = ""]) => textOf(item)).join("|")).toBe(
    words,
  );
});

describe("項目の一覧", () => {
  const all = Object.keys(taskStatusWords) as TaskStatus[];
  const html = renderToStaticMarkup(
    <TaskList
      tasks={all.map((status) => ({
        id: status,
        label: `項目${status}`,
        status,
        href: status === "locked" ? undefined : `/sections/${status}`,
      }))}
    />,
  );

  it.each(all)("%s の進み具合を言葉で示す", (status) => {
    expect(elementById(html, `task-${status}-status`)).toBeDefined();
    expect(textOf(html)).toContain(`項目${status}${taskStatusWords[status]}`);
  });

  it("始められる項目のリンクだけがあり、進み具合が読み上げに続く", () => {
    const links = elementsOf(html).filter((element) => element.tag === "a");
    expect(links.map(({ attributes }) => attributes["aria-describedby"])).toEqual(
      all.filter((status) => status !== "locked").map((status) => `task-${status}-status`),
    );
  });
});
