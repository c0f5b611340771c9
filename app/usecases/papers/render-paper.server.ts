/**
 * 紙を描く。書体に無い文字があっても申請の控えは必ず残せるよう、その文字を〓にし、置き換えたことを紙に書く。
 * 元の文字は凍結した提出に残っている。
 */
import type { PdfRenderer, RenderedPdf } from "#app/adapters/pdf/pdf-port.ts";
import { isVariant, type MissingCharacter } from "#app/domain/certification/unprintable.ts";

const GETA = "〓";

/** 字形を持たず、字の見え方を変えるだけの文字（異体字の指定など）と、見えない制御の文字。 */
const SHAPELESS = /^[\p{M}\p{Cf}\p{Cc}]$/u;

/**
 * @param data 帳票の値。版の schema は substituted（置き換えた文字）を受け取ること
 * @throws 値が版に合わない、又は描けないとき
 */
export async function renderPaper(
  pdf: PdfRenderer,
  templateId: string,
  data: Readonly<Record<string, unknown>>,
  createdAt: string,
): Promise<RenderedPdf> {
  const whole = await pdf.render(templateId, { ...data, substituted: [] }, { createdAt });
  if (whole.ok) return whole.value;
  if (whole.error.kind !== "missingGlyphs") throw failure(templateId, whole.error);
  const { characters } = whole.error;
  const substituted = characters.map(({ codePoint }) => codePoint);
  const replaced = await pdf.render(
    templateId,
    { ...(withoutMissing(data, characters) as object), substituted },
    { createdAt },
  );
  if (!replaced.ok) throw failure(templateId, replaced.error);
  return replaced.value;
}

const failure = (templateId: string, fault: unknown): Error =>
  new Error(`${templateId} の PDF を作れません: ${JSON.stringify(fault)}`);

/**
 * @param value 帳票の値。入れ子の奥の文字列まで替える
 * @returns 字形の無い文字を〓にし、字の形の指定と見えない文字を省いた値
 */
export function withoutMissing(value: unknown, missing: readonly MissingCharacter[]): unknown {
  if (typeof value === "string")
    return missing.reduce(
      (text, one) => text.replaceAll(one.character, isVariant(one) ? basicShape(one) : shown(one)),
      value,
    );
  if (Array.isArray(value)) return value.map((part) => withoutMissing(part, missing));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, withoutMissing(part, missing)]),
    );
  return value;
}

const basicShape = ({ character }: MissingCharacter): string => Array.from(character)[0] ?? "";
const shown = ({ character }: MissingCharacter): string => (SHAPELESS.test(character) ? "" : GETA);
