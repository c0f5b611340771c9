import { describe, expect, it } from "vitest";
import { addressBlock, takeOne } from "#app/domain/access/request-limit.ts";

describe("送り元のまとまり", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s は %s として数える", (address, block) => expect(addressBlock(address)).toBe(block));
});

describe("回数の上限", () => {
  const limit = { times: 2, seconds: 60 };
  const at = (seconds: number) => new Date(Date.UTC(2026, 11, 1, 0, 0, seconds)).toISOString();

  it("期間の中で上限まで受け、越えたら待つ秒数を答え、期間が過ぎれば数え直す", () => {
    const first = takeOne(undefined, at(0), limit);
    expect(first).toEqual({ allowed: true, bucket: { windowStart: at(0), used: 1 } });
    const full = { windowStart: at(0), used: 2 };
    expect(takeOne(full, at(45), limit)).toEqual({ allowed: false, retryAfter: 15 });
    expect(takeOne(full, at(60), limit)).toEqual({ allowed: true, bucket: { windowStart: at(60), used: 1 } });
  });

  it("時計が戻っても、止まったままにならない", () => {
    expect(takeOne({ windowStart: at(50), used: 2 }, at(10), limit).allowed).toBe(true);
  });
});
