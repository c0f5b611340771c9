/** 申請者が全部の欄をキーボードで打ち、差戻しと出し直しを経て、認定通知書を受け取る。 */
import { expect, it } from "vitest";
import { openHouse } from "./support/house.ts";
import { walkTheWholePath } from "./support/steps/whole-path.ts";

const house = openHouse();

it("打って書いた計画が、差戻しと出し直しを経て認定され、通知書を受け取れる", async () => {
  expect(await walkTheWholePath(house, { typing: "typed" })).toBe("20261201東北第1号");
});
