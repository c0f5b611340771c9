import { describe, expect, it } from "vitest";
import { sameAddress, sameName, samePerson } from "#app/domain/company-facts/same-words.ts";

describe("公表の値と、書き方の違いだけか", () => {
  it.each([
    ["株式会社青葉精密製作所", "㈱青葉精密製作所", true],
    ["株式会社 青葉精密製作所", "株式会社青葉精密製作所", true],
    ["有限会社𠮷川建設", "(有)吉川建設", true],
    ["ABC合同会社", "ＡＢＣ合同会社", true],
    ["株式会社青葉精密", "株式会社青葉精密製作所", false],
    ["青葉株式会社", "株式会社青葉", false],
  ])("名称「%s」と「%s」→ %s", (one, other, same) => expect(sameName(one, other)).toBe(same));

  it.each([
    ["宮城県仙台市泉区明通二丁目14番地", "宮城県仙台市泉区明通２丁目１４番地", true],
    ["東京都千代田区霞が関1-3-1", "東京都千代田区霞が関１丁目３番１号", true],
    ["東京都千代田区霞が関一丁目3番1号", "東京都千代田区霞が関１－３－１", true],
    ["大阪府堺市北区百舌鳥梅町一丁目30番1号", "大阪府堺市北区百舌鳥梅町１丁目３０番１号", true],
    ["長野県松本市仮町十二丁目6番5号", "長野県松本市仮町１２丁目６番５号", true],
    ["兵庫県神戸市西区伊川谷町有瀬1207番地の3", "兵庫県神戸市西区池上２丁目１番１号", false],
    ["東京都千代田区霞が関1-3-1", "東京都千代田区霞が関１丁目３番１０号", false],
    ["石川県金沢市三社町1番1号", "石川県金沢市3社町1番1号", false],
  ])("住所「%s」と「%s」→ %s", (one, other, same) => expect(sameAddress(one, other)).toBe(same));

  it.each([
    ["代表取締役 髙橋 健一", "代表取締役　髙橋　健一", true],
    ["代表取締役 髙橋 健一", "高橋 健一", true],
    ["髙橋 健一", "代表取締役 髙橋 健一", true],
    ["代表取締役 髙橋 健二", "髙橋 健一", false],
    ["", "髙橋 健一", false],
  ])("代表者「%s」と「%s」→ %s", (one, other, same) => expect(samePerson(one, other)).toBe(same));
});
