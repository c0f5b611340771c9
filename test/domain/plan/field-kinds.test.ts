/** 欄の種類ごとに、読める書き方・読めない書き方と、欄の下に出す文を確かめる。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldSpec } from "#app/domain/plan/field.ts";
import {
  choice,
  corporateNumber,
  date,
  decimal,
  email,
  industryCode,
  integer,
  longText,
  month,
  telephone,
  text,
  yesNo,
} from "#app/domain/plan/field-kinds.ts";

const label = "欄";
const choices = choice({
  label,
  options: [
    { value: "14", label: "第14回改定" },
    { value: "13", label: "第13回改定" },
  ],
});
type Case = readonly [kind: string, spec: FieldSpec, raw: string, expected: unknown];
const named = ([kind, spec, raw, expected]: Case) => ({ kind, spec, raw, expected });

const readable: readonly Case[] = [
  ["一行の文字", text({ label }), "  髙橋 﨑山 𠮷川 ", "髙橋 﨑山 𠮷川"],
  ["一行の文字", text({ label, maxLength: 2 }), "𠮷𠮷", "𠮷𠮷"],
  ["文章", longText({ label }), "一行目\r\n二行目", "一行目\n二行目"],
  ["整数", integer({ label, unit: "千円" }), "３８，０００千円", 38000],
  ["整数", integer({ label, unit: "千円" }), "▲1,200", -1200],
  ["整数", integer({ label, unit: "千円" }), "△5", -5],
  ["整数", integer({ label, unit: "千円" }), "1,234千円", 1234],
  ["整数", integer({ label, unit: "千円" }), "１２億円", 1200000],
  ["整数", integer({ label, unit: "円" }), "１２億", 1200000000],
  ["整数", integer({ label, unit: "円" }), "３，０００万円", 30000000],
  ["整数", integer({ label, unit: "人", min: 0 }), "0", 0],
  ["小数", decimal({ label }), "18.40", "18.4"],
  ["小数", decimal({ label, unit: "%" }), "１８．４％", "18.4"],
  ["日付", date({ label }), "昭和59年6月1日", "1984-06-01"],
  ["日付", date({ label }), "2024/2/29", "2024-02-29"],
  ["年月", month({ label }), "令和8年12月", "2026-12"],
  ["年月", month({ label }), "2026-12", "2026-12"],
  ["年月", month({ label }), "令和８年４月", "2026-04"],
  ["年月", month({ label }), "令和 8 年 4 月", "2026-04"],
  ["年月", month({ label }), "R8.4", "2026-04"],
  ["年月", month({ label }), "Ｒ８．０４", "2026-04"],
  ["年月", month({ label }), "㋿8年4月", "2026-04"],
  ["年月", month({ label }), "２０２６ー０４", "2026-04"],
  ["日付", date({ label }), "R8.4.1", "2026-04-01"],
  ["日付", date({ label }), "令和元年５月１日", "2019-05-01"],
  ["日付", date({ label }), "２０２６／４／１", "2026-04-01"],
  ["選択", choices, " 13 ", "13"],
  ["二択", yesNo({ label }), "yes", true],
  ["二択", yesNo({ label }), "no", false],
  ["メール", email({ label }), "ｔａｎｔｏｕ＠example.co.jp", "tantou@example.co.jp"],
  ["電話", telephone({ label }), "０２２－０００－００００", "022-000-0000"],
  ["電話", telephone({ label }), "09012345678", "09012345678"],
  ["法人番号", corporateNumber({ label }), "７９９０００１０００００１", "7990001000001"],
  ["電話", telephone({ label }), "022ー000ー0000", "022-000-0000"],
  ["法人番号", corporateNumber({ label }), "7990-0010-0000-1", "7990001000001"],
  ["法人番号", corporateNumber({ label }), "Ｔ7990001000001", "7990001000001"],
  ["細分類", industryCode({ label }), " ２６６２ ", "2662"],
];

const unreadable: readonly Case[] = [
  ["一行の文字", text({ label, maxLength: 2 }), "あいう", "2文字以内で入力してください。今は3文字です。"],
  ["文章", longText({ label, maxLength: 3 }), "一\n二三", "3文字以内で入力してください。今は4文字です。"],
  ["整数", integer({ label, unit: "人" }), "四十六", "数字で入力してください（単位は人です）。"],
  ["整数", integer({ label, unit: "人" }), "46.5", "小数点のない数（整数）で入力してください。"],
  ["整数", integer({ label, unit: "円" }), "1,00", "桁区切りの「,」の位置を確かめてください。"],
  ["整数", integer({ label, unit: "円" }), "9".repeat(20), "桁数が多すぎます。単位を確かめてください。"],
  ["整数", integer({ label, unit: "千円" }), "38500円", "単位は千円です。千円の数に直して入力してください。"],
  ["整数", integer({ label, unit: "人", min: 1 }), "0", "1人以上の数を入力してください。"],
  ["整数", integer({ label, unit: "円", min: 0 }), "-1", "0円以上の数を入力してください。"],
  ["小数", decimal({ label }), "18.4%", "数字で入力してください（単位は付けません）。"],
  ["小数", decimal({ label, unit: "%" }), "3点", "数字で入力してください（単位は%です）。"],
  ["日付", date({ label }), "2026-02-30", "その日は暦にありません。日付を確かめてください。"],
  [
    "日付",
    date({ label }),
    "昨日",
    "日付を「2026年12月1日」又は「令和8年12月1日」のように入力してください。",
  ],
  ["年月", month({ label }), "2026-13", "年月を「2026年12月」又は「令和8年12月」のように入力してください。"],
  ["年月", month({ label }), "来月", "年月を「2026年12月」又は「令和8年12月」のように入力してください。"],
  ["選択", choices, "12", "選択肢の中から選んでください。"],
  ["二択", yesNo({ label }), "はい", "どちらかを選んでください。"],
  [
    "メール",
    email({ label }),
    "tantou.example.co.jp",
    "メールアドレスを「tantou@example.co.jp」のように入力してください。",
  ],
  [
    "メール",
    email({ label }),
    "a@example.jp, b@example.jp",
    "メールアドレスを「tantou@example.co.jp」のように入力してください。",
  ],
  [
    "電話",
    telephone({ label }),
    "内線12",
    "電話番号を市外局番から「022-000-0000」のように入力してください。",
  ],
  [
    "法人番号",
    corporateNumber({ label }),
    "799000100000",
    "法人番号は13桁の数字です。桁数を確かめてください。",
  ],
  ["法人番号", corporateNumber({ label }), "79900010000O1", "法人番号は数字だけで入力してください。"],
  [
    "法人番号",
    corporateNumber({ label }),
    "8990001000001",
    "法人番号の検査数字が合いません。打ち間違いがないか、13桁を確かめてください。",
  ],
  ["細分類", industryCode({ label }), "266", "細分類を4桁の数字で入力してください（例：2662）。"],
  ["細分類", industryCode({ label }), "E266", "細分類を4桁の数字で入力してください（例：2662）。"],
];

describe("読める書き方", () => {
  it.each(readable.map(named))("$kind「$raw」は読める", ({ spec, raw, expected }) => {
    expect(spec.parse(raw)).toEqual({ ok: true, value: expected });
  });
});

describe("読めない書き方には、直し方を言う", () => {
  it.each(unreadable.map(named))("$kind「$raw」は読めない", ({ spec, raw, expected }) => {
    expect(spec.parse(raw)).toEqual({ ok: false, error: expected });
  });
});

describe("画面と帳票での書き方", () => {
  const written: readonly Case[] = [
    ["整数は三桁区切り", integer({ label, unit: "円" }), "30000000", "30,000,000"],
    ["負の整数", integer({ label, unit: "円" }), "△1200", "-1,200"],
    ["小数", decimal({ label }), "1234.50", "1,234.5"],
    ["日付は和暦", date({ label }), "2026-12-01", "令和8年12月1日"],
    ["改元の日", date({ label }), "2019-05-01", "令和元年5月1日"],
    ["年月は和暦", month({ label }), "2029-11", "令和11年11月"],
    ["選択は見出し", choices, "14", "第14回改定"],
    ["二択は言葉", yesNo({ label, yes: "有", no: "無" }), "no", "無"],
  ];
  it.each(written.map(named))("$kind: $raw → $expected", ({ spec, raw, expected }) => {
    const read = spec.parse(raw);
    expect(read.ok ? spec.format(read.value) : read.error).toBe(expected);
  });
});

describe("打たれた書き方を揃える", () => {
  const wide = (text: string): string =>
    text.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const number = fc
    .tuple(
      fc.constantFrom("", "-", "▲", "△", "−", "ー"),
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.constantFrom("", "万", "億", "千", "百万"),
      fc.constantFrom("", "円", "千円", "人", "%", "億円", " 千円"),
      fc.boolean(),
    )
    .map(([sign, digits, large, unit, isWide]) => {
      const text = `${sign}${digits.toLocaleString("en-US")}${large}${unit}`;
      return isWide ? wide(text) : text;
    });
  const day = fc
    .tuple(
      fc.constantFrom(
        ["令和", "年", "月", "日"],
        ["R", ".", ".", ""],
        ["平成", "年", "月", "日"],
        ["", "-", "-", ""],
        ["", "/", "/", ""],
      ),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 13 }),
      fc.integer({ min: 1, max: 31 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([[era = "", year, month, last], y, m, d, hasDay, isWide]) => {
      const written = `${era}${era === "" ? 2000 + y : y}${year}${m}`;
      const end = hasDay ? `${month}${d}${last}` : last === "" ? "" : month;
      const text = `${written}${end}`;
      return isWide ? wide(text) : text;
    });
  const specs: readonly FieldSpec[] = [
    integer({ label, unit: "円" }),
    integer({ label, unit: "千円" }),
    integer({ label, unit: "人" }),
    decimal({ label, unit: "%" }),
    decimal({ label }),
    date({ label }),
    month({ label }),
    text({ label }),
    longText({ label }),
    telephone({ label }),
    email({ label }),
    corporateNumber({ label }),
  ];

  it.each(specs.map((spec) => ({ spec, name: `${spec.kind} ${spec.unit ?? ""}` })))(
    "揃えた書き方を読み直しても、変わらない（$name）",
    ({ spec }) => {
      fc.assert(
        fc.property(fc.oneof(number, day, fc.string({ unit: "grapheme" })), (raw) => {
          const read = spec.parse(raw);
          if (!read.ok) return;
          const written = spec.format(read.value);
          // 空に揃う文字（制御文字だけの文など）は、空の欄と同じで読み取りに掛からない。
          if (written.trim() === "") return;
          const again = spec.parse(written);
          expect(again).toEqual(read);
          expect(again.ok && spec.format(again.value)).toBe(written);
        }),
        { numRuns: 300 },
      );
    },
  );
});
