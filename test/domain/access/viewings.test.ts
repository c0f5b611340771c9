/** 会社の外の誰が申請を見たか。申請者に示すまとめ方。 */
import { expect, it } from "vitest";
import { type ViewRecord, viewingsOf } from "#app/domain/access/viewings.ts";

const seen = (at: string, actorRole: string, action = "review.view", actorName = "鈴木 望"): ViewRecord => ({
  at,
  actorRole,
  action,
  actorName,
});
const kanto = { kind: "staff", roles: ["reviewer"], offices: ["meti-kanto"] };

it("同じ日に同じ局の同じ役割の人がした同じことは、一行にまとめて回数を示し、名前は残さない", () => {
  const viewings = viewingsOf([
    seen("2026-12-02T01:00:00.000Z", "reviewer@meti-kanto", "review.view", "佐藤 実"),
    seen("2026-12-02T00:30:00.000Z", "reviewer@meti-kanto"),
    seen("2026-12-02T00:10:00.000Z", "reviewer@meti-kanto", "attachment.download"),
  ]);
  expect(viewings).toEqual([
    { day: "2026-12-02", viewer: kanto, act: "review.view", times: 2 },
    { day: "2026-12-02", viewer: kanto, act: "attachment.download", times: 1 },
  ]);
  expect(JSON.stringify(viewings)).not.toContain("佐藤");
});

it("日は東京の日で分ける", () => {
  const days = viewingsOf([
    seen("2026-12-01T15:00:00.000Z", "reviewer@meti-kanto"),
    seen("2026-12-01T14:59:59.999Z", "reviewer@meti-kanto"),
  ]).map(({ day }) => day);
  expect(days).toEqual(["2026-12-02", "2026-12-01"]);
});

it.each([
  [
    "いくつもの役割",
    "reviewer@meti-kanto,officeManager@meti-kanto,coordinator@-",
    { kind: "staff", roles: ["reviewer", "officeManager", "coordinator"], offices: ["meti-kanto"] },
  ],
  ["連携先", "apiClient", { kind: "client", name: "鈴木 望" }],
])("%sの人を、そのまま示す", (_name, role, viewer) => {
  expect(viewingsOf([seen("2026-12-02T00:00:00.000Z", role)])).toMatchObject([{ viewer }]);
});

it.each([
  ["自社の人", seen("2026-12-02T00:00:00.000Z", "applicant:prime")],
  ["システムの仕事", seen("2026-12-02T00:00:00.000Z", "system")],
  ["ログインしていない人", seen("2026-12-02T00:00:00.000Z", "visitor")],
  ["見たのではない操作", seen("2026-12-02T00:00:00.000Z", "reviewer@meti-kanto", "review.return")],
])("%sは示さない", (_name, record) => {
  expect(viewingsOf([record])).toEqual([]);
});
