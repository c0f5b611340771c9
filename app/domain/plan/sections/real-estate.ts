/**
 * 11 事業又は資産の譲受けに伴い取得する不動産の内容。様式第2 だけの区画で、写しが都道府県に渡る
 * （経営力向上に関する命令）。様式の列の言葉は公開資料で確かめられていない。
 */
import { defineSection } from "../field.ts";
import { decimal, rows, text } from "../field-kinds.ts";

const seller = () =>
  text({
    label: "譲受け元",
    help: "不動産を譲り渡す事業者の名称です。",
    example: "有限会社広瀬運輸",
    maxLength: 300,
  });

export const realEstate = defineSection({
  id: "real-estate",
  number: "11",
  title: "事業又は資産の譲受けに伴い取得する不動産の内容",
  intro: "事業又は資産の譲受けで取得する土地と家屋を、登記のとおりに書きます。",
  fields: {
    land: rows({
      label: "土地",
      rowLabel: "土地",
      requirement: "optional",
      help: "一筆ごとに行を分けて書きます。",
      maxRows: 50,
      fields: {
        lot: text({
          label: "所在・地番",
          help: "登記の所在と地番です。",
          example: "宮城県名取市増田字柳田80番",
          maxLength: 300,
        }),
        landCategory: text({ label: "地目", help: "登記の地目です。", example: "宅地", maxLength: 50 }),
        area: decimal({ label: "面積", unit: "㎡", help: "登記の地積です。", example: "1,204.55" }),
        seller: seller(),
      },
    }),
    buildings: rows({
      label: "家屋",
      rowLabel: "家屋",
      requirement: "optional",
      help: "一棟ごとに行を分けて書きます。",
      maxRows: 50,
      fields: {
        buildingNumber: text({
          label: "所在・家屋番号",
          help: "登記の所在と家屋番号です。",
          example: "宮城県名取市増田字柳田80番地 80番1",
          maxLength: 300,
        }),
        structure: text({
          label: "種類・構造",
          help: "登記の種類と構造です。",
          example: "倉庫・鉄骨造平家建",
        }),
        floorArea: decimal({
          label: "床面積",
          unit: "㎡",
          help: "登記の床面積の合計です。",
          example: "846.20",
        }),
        seller: seller(),
      },
    }),
  },
});
