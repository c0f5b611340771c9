/**
 * 引継ぎの記録の欄。意味・形・読み取りを欄ごとに一度だけ決め、取込みの検査も、文書の表（docs/hand-over-format.md）も
 * ここを読む。CSV の欄は文字なので、数・真偽・JSON は文字からも読む。
 */
import { z } from "zod";
import { isCivilDate } from "../calendar/civil-date.ts";
import { isCivilMonth } from "../calendar/civil-month.ts";
import { startOfTokyoDay } from "../calendar/tokyo.ts";
import { foldHyphens, normaliseDigits } from "../text/width.ts";

export type RecordField<T = unknown> = {
  /** 何を書くか。 */
  readonly label: string;
  /** 書く形。 */
  readonly form: string;
  readonly required: boolean;
  readonly schema: z.ZodType<T>;
};

const field =
  <T>(form: string, schema: z.ZodType<T>) =>
  (label: string): RecordField<T> => ({ label, form, required: true, schema });

/** 省けるか、null でよい欄。 */
export const optional = <T>({ label, form, schema }: RecordField<T>): RecordField<T | null> => ({
  label,
  form,
  required: false,
  schema: schema.nullable(),
});

/** 改行とタブのほかの制御文字は、画面にも様式にも出せない。 */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/u;

export const words = (label: string, longest = 300): RecordField<string> =>
  field(
    `文字（${longest}字まで）`,
    z
      .string("文字で書いてください")
      .max(longest, `${longest}字を超えています`)
      .refine((text) => !CONTROL.test(text), "制御文字が入っています"),
  )(label);

export const identifier = field(
  "半角の英数字と - _ .（64字まで）",
  z
    .string("文字で書いてください")
    .regex(/^[\w.-]{1,64}$/u, "半角の英数字と - _ . の64字までで書いてください"),
);

/** 法人番号なら13桁に寄せる。検査用数字は、法人・個人の別を見て確かめる。 */
const folded = (raw: string): string => {
  const digits = foldHyphens(normaliseDigits(raw)).replaceAll(/[\s-]/gu, "");
  return /^\d{13}$/u.test(digits) ? digits : raw;
};

export const companyKey = field(
  "法人番号13桁、又は個人事業主の管理番号",
  z
    .string("文字で書いてください")
    .transform(folded)
    .refine((key) => /^[\w-]{1,40}$/u.test(key), "半角の英数字と - の40字までで書いてください"),
);

export const day = field(
  "YYYY-MM-DD",
  z.string("文字で書いてください").refine(isCivilDate, "実在する日を YYYY-MM-DD で書いてください"),
);

export const month = field(
  "YYYY-MM",
  z.string("文字で書いてください").refine(isCivilMonth, "実在する月を YYYY-MM で書いてください"),
);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/u;

/** 日だけなら、その日の始まり（東京の 0 時）にする。 */
export const instant = field(
  "日時（2026-04-01T00:00:00.000Z）又は日（2026-04-01。東京の0時とみなす）",
  z.string("文字で書いてください").transform((text, context): string => {
    if (isCivilDate(text)) return startOfTokyoDay(text);
    if (INSTANT.test(text) && isCivilDate(text.slice(0, 10))) return new Date(text).toISOString();
    context.addIssue({ code: "custom", message: "日時か日で書いてください" });
    return z.NEVER;
  }),
);

export const whole = field(
  "0以上の整数",
  z.union(
    [
      z.int().min(0),
      z
        .string()
        .regex(/^\d{1,15}$/u)
        .transform(Number),
    ],
    "0以上の整数で書いてください",
  ),
);

export const flag = field(
  "true 又は false",
  z.union(
    [z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")],
    "true か false で書いてください",
  ),
);

export const oneOf = <const C extends readonly [string, ...string[]]>(
  label: string,
  ...choices: C
): RecordField<C[number]> =>
  field(choices.join(" / "), z.enum(choices, `${choices.join("、")} のどれかで書いてください`))(label);

export const sha256 = field(
  "SHA-256（16進の小文字64字）",
  z.string("文字で書いてください").regex(/^[0-9a-f]{64}$/u, "16進の小文字64字で書いてください"),
);

/** 引継ぎのフォルダーの外を指せない。 */
export const insidePath = z
  .string("文字で書いてください")
  .regex(
    /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\w./-]{1,200}$/u,
    "フォルダーの中の場所を、半角で書いてください",
  );
export const filePath = field("フォルダーの中の場所", insidePath);

/** JSON の値。CSV では JSON の文字。 */
export const structure = <T>(label: string, form: string, schema: z.ZodType<T>): RecordField<T> =>
  field(
    form,
    z.preprocess((value, context) => {
      if (typeof value !== "string") return value;
      try {
        return JSON.parse(value) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "JSON として読めません" });
        return z.NEVER;
      }
    }, schema),
  )(label);
