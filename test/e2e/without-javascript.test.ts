/** JavaScript の動かないブラウザーで、同じ道を最後まで歩く。 */
import { expect, it } from "vitest";
import { openHouse } from "./support/house.ts";
import { walkTheWholePath } from "./support/steps/whole-path.ts";

const house = openHouse();

it("JavaScript がなくても、申請から認定通知書の受取りまで歩ける", async () => {
  expect(await walkTheWholePath(house, { javaScript: false })).toBe("20261201東北第1号");
});
