import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinedAddress, splitAddress } from "#app/domain/company-facts/split-address.ts";
import { rulebook } from "#test/domain/rulebook/first-edition.ts";

const { prefectures } = rulebook;

describe("一続きの住所を、都道府県・市区町村・その先に分ける", () => {
  it.each([
    ["東京都千代田区霞が関１丁目３－１", "13", "千代田区", "霞が関１丁目３－１"],
    ["宮城県仙台市泉区明通２丁目１４番地", "04", "仙台市泉区", "明通２丁目１４番地"],
    ["新潟県燕市仮町１丁目２番３号", "15", "燕市", "仮町１丁目２番３号"],
    ["千葉県市川市八幡１丁目", "12", "市川市", "八幡１丁目"],
    ["三重県四日市市諏訪町１番５号", "24", "四日市市", "諏訪町１番５号"],
    ["広島県廿日市市下平良１丁目", "34", "廿日市市", "下平良１丁目"],
    ["東京都町田市森野２丁目", "13", "町田市", "森野２丁目"],
    ["東京都東村山市本町１丁目", "13", "東村山市", "本町１丁目"],
    ["福島県郡山市朝日１丁目", "07", "郡山市", "朝日１丁目"],
    ["奈良県大和郡山市北郡山町", "29", "大和郡山市", "北郡山町"],
    ["北海道余市郡余市町朝日町２６番地", "01", "余市郡余市町", "朝日町２６番地"],
    ["宮城県柴田郡村田町大字村田", "04", "柴田郡村田町", "大字村田"],
    ["岐阜県不破郡垂井町１５３２番地の１", "21", "不破郡垂井町", "１５３２番地の１"],
    ["神奈川県横浜市中区日本大通１", "14", "横浜市中区", "日本大通１"],
    ["京都府京都市中京区寺町通御池上る", "26", "京都市中京区", "寺町通御池上る"],
    ["沖縄県那覇市泉崎１丁目２番２号", "47", "那覇市", "泉崎１丁目２番２号"],
    ["富山県中新川郡上市町法音寺１番地", "16", "中新川郡上市町", "法音寺１番地"],
  ])("%s", (location, prefecture, city, rest) => {
    expect(splitAddress(location, prefectures)).toEqual({ prefecture, city, rest });
  });

  it.each([["アメリカ合衆国デラウェア州"], [""], ["仙台市泉区"]])(
    "都道府県で始まらない「%s」は、分けずに残す",
    (location) => {
      expect(splitAddress(location, prefectures)).toEqual({ prefecture: null, city: null, rest: location });
    },
  );

  it("分けて戻すと、元の文字になる（どの都道府県の、どんな続きでも）", () => {
    const names = [...prefectures.values()].map(({ name }) => name);
    const rest = fc.string({
      unit: fc.constantFrom(...Array.from("市区町村郡大小川山田上下仮１２番号泉中")),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.constantFrom(...names), rest, (name, tail) => {
        expect(joinedAddress(splitAddress(name + tail, prefectures), prefectures)).toBe(name + tail);
      }),
    );
  });
});
