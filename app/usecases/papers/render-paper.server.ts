/**
 * 紙を描く。書体に無い文字があっても申請の控えは必ず残せるよう、その文字を〓にし、置き換えたことを紙に書く。
 * 元の文字は凍結した提出に残っている。
 */
import type { PdfRenderer, RenderedPdf } from "#app/adapters/pdf/pdf-port.ts";

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
  const missing = new Set(characters.map(({ character }) => character));
  const substituted = characters.map(({ codePoint }) => codePoint);
  const replaced = await pdf.render(
    templateId,
    { ...(withoutMissing(data, missing) as object), substituted },
    { createdAt },
  );
  if (!replaced.ok) throw failure(templateId, replaced.error);
  return replaced.value;
}

const failure = (templateId: string, fault: unknown): Error =>
  new Error(`${templateId} の PDF を作れません: ${JSON.stringify(fault)}`);

function withoutMissing(value: unknown, missing: ReadonlySet<string>): unknown {
  if (typeof value === "string")
    return Array.from(value, (character) =>
      missing.has(character) ? (SHAPELESS.test(character) ? "" : GETA) : character,
    ).join("");
  if (Array.isArray(value)) return value.map((part) => withoutMissing(part, missing));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, withoutMissing(part, missing)]),
    );
  return value;
}
