/**
 * 変更事項（様式第3、不動産の取得を含むときは様式第4）。別紙の計画とともに出す。
 * 欄の名前と並びは公表の様式で確かめていないので、どれも申請を止めない重さにとどめる。変更の内容だけは必ず書く。
 */
import { defineSection } from "../field.ts";
import { choice, longText, rows, text, yesNo } from "../field-kinds.ts";

/** 区画の名前。 */
export const changeSection = "change";

export const change = defineSection({
  id: changeSection,
  number: "",
  title: "変更事項とその内容、実施状況",
  intro:
    "認定を受けた計画から、何を、なぜ変えるかを書きます。計画の中身は、続く区画で直します。変えない区画はそのままで構いません。",
  fields: {
    changes: rows({
      label: "変更事項",
      rowLabel: "変更事項",
      requirement: "required",
      help: "変えることを、一つずつ行に分けて書きます。",
      maxRows: 30,
      fields: {
        subject: choice({
          label: "変更する事項",
          options: [
            { value: "equipment", label: "設備等の追加・変更・取りやめ" },
            { value: "measures", label: "実施事項の追加・変更・取りやめ" },
            { value: "period", label: "実施時期の延長" },
            { value: "funding", label: "必要な資金の額又は調達方法" },
            { value: "indicators", label: "目標又は指標" },
            { value: "industry", label: "事業分野" },
            { value: "company", label: "名称、住所など事業者のこと" },
            { value: "other", label: "そのほか" },
          ],
        }),
        content: longText({
          label: "変更の内容",
          help: "変更の前と後が分かるように書きます。",
          example: "設備「5軸制御立形マシニングセンタ」1台に、自動計測装置2台を加える。",
          maxLength: 1000,
        }),
        reason: longText({
          label: "変更の理由",
          requirement: "recommended",
          help: "計画を変えることになった事情を書きます。",
          example: "受注の増加により、検査の工程を自動化する必要が生じたため。",
          maxLength: 1000,
        }),
      },
    }),
    progress: rows({
      label: "実施状況",
      rowLabel: "実施状況",
      requirement: "optional",
      help: "認定を受けた計画の実施事項と設備等が、いまどこまで進んでいるかを書きます。このポータルで認定を受けた計画では、行が作ってあります。",
      maxRows: 230,
      fields: {
        target: text({ label: "実施事項又は設備等", requirement: "recommended", maxLength: 200 }),
        state: choice({
          label: "進み具合",
          requirement: "recommended",
          options: [
            { value: "notStarted", label: "これから始める" },
            { value: "inProgress", label: "進めている" },
            { value: "done", label: "終えた、又は取得した" },
            { value: "stopped", label: "取りやめる" },
          ],
        }),
        note: longText({
          label: "状況",
          requirement: "optional",
          help: "取得した日、成果、遅れているわけなどを書きます。",
          maxLength: 500,
        }),
      },
    }),
    realEstate: yesNo({
      label: "変更の後の計画で、不動産取得税の軽減を受けるか",
      requirement: "recommended",
      help: "事業又は資産を譲り受けて土地や家屋を取得し、軽減を受ける計画では、様式第4 になります。",
      beyondForm: true,
      yes: "受ける（様式第4）",
      no: "受けない（様式第3）",
    }),
  },
});
