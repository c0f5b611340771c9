import { describe, expect, it } from "vitest";
import type { Finding } from "#app/domain/plan/finding.ts";
import { isPostalNotice, stopsPosting } from "#app/domain/plan/postal.ts";

const finding = (check: string, section: string, severity: Finding["severity"] = "error"): Finding => ({
  check,
  section,
  severity,
  field: "field",
  message: "直してください。",
});

describe("郵送の申請を止める指摘", () => {
  it.each([
    ["計画の誤りは止める", finding("required", "company"), true],
    ["電子申請を受け付けないことの知らせは止めない", finding("postOnly", "industry"), false],
    ["添付の不足は、紙で同封するので止めない", finding("attachmentMissing", "attachments"), false],
    ["注意は止めない", finding("sixtyDays", "equipment", "warning"), false],
  ])("%s", (_sentence, given, stops) => {
    expect(stopsPosting(given)).toBe(stops);
  });

  it("電子申請を受け付けないことは、区画の直すところに数えない", () => {
    expect(isPostalNotice(finding("postOnly", "industry"))).toBe(true);
    expect(isPostalNotice(finding("wrongAddressee", "industry"))).toBe(false);
  });
});
