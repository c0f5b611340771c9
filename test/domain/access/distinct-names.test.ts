import { expect, it } from "vitest";
import { distinctNames } from "#app/domain/access/distinct-names.ts";

it("同じ名前の人だけに、メールアドレスを添える", () => {
  const people = [
    { name: "佐藤 亮", email: "sato-1@example.jp" },
    { name: "佐藤 亮", email: "sato-2@example.jp" },
    { name: "佐藤 亮", email: null },
    { name: "阿部 恵子", email: "abe@example.jp" },
  ];
  expect(distinctNames(people).map(({ label }) => label)).toEqual([
    "佐藤 亮（sato-1@example.jp）",
    "佐藤 亮（sato-2@example.jp）",
    "佐藤 亮",
    "阿部 恵子",
  ]);
});
