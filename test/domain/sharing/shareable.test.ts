import { describe, expect, it } from "vitest";
import { mayConsent, notShared, type ShareableFacts } from "#app/domain/sharing/shareable.ts";
import { date } from "#test/domain/calendar/arbitrary.ts";

const shared: ShareableFacts = {
  consented: true,
  ministry: "経済産業省",
  joint: false,
  certifiedOn: date("2025-04-01"),
};

describe("連携先に渡してよい認定計画（同意、経済産業局だけ、令和7年4月以後）", () => {
  it.each<readonly [string, Partial<ShareableFacts>, ReturnType<typeof notShared>]>([
    ["全部を満たす", {}, null],
    ["同意しない", { consented: false }, "noConsent"],
    ["まだ決めていない", { consented: null }, "noConsent"],
    ["国土交通省", { ministry: "国土交通省" }, "otherMinistry"],
    ["局が決まっていない", { ministry: null }, "otherMinistry"],
    ["共管", { joint: true }, "joint"],
    ["令和7年3月31日の認定", { certifiedOn: date("2025-03-31") }, "beforeSharing"],
    ["まだ認定していない", { certifiedOn: null }, "notCertified"],
  ])("%s", (_, changes, expected) => {
    expect(notShared({ ...shared, ...changes })).toBe(expected);
  });

  it.each([
    ["経済産業省", false, true],
    ["経済産業省", true, false],
    ["農林水産省", false, false],
    [null, false, false],
  ])("%s・共管 %s の申請に、同意を求めるか → %s", (ministry, joint, asked) => {
    expect(mayConsent({ ministry, joint })).toBe(asked);
  });
});
