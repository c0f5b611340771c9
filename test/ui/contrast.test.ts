import tokens from "@digital-go-jp/design-tokens";
import { describe, expect, it } from "vitest";
import { toneBorder, toneSurface, toneText, type Tone } from "#app/ui/tones.ts";

/** トークンの名前（"light-blue-100"）を色に直す。 */
function colourOf(className: string, prefix: string): string {
  const name = className.split(" ").find((word) => word.startsWith(`${prefix}-`));
  const [, family = "", step = ""] = /^[a-z]+-([a-z-]+)-(\d+)$/.exec(name ?? "") ?? [];
  const title = family.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const families = { ...tokens.Color.Primitive, ...tokens.Color.Neutral } as Readonly<
    Record<string, unknown>
  >;
  for (const [key, shades] of Object.entries(families)) {
    if (key.replaceAll(/[^A-Za-z]/g, "") !== title) continue;
    const value = (shades as Readonly<Record<string, { readonly $value?: unknown } | undefined>>)[step]
      ?.$value;
    if (typeof value === "string") return value;
  }
  throw new Error(`色トークンに無い: ${className}`);
}

/** WCAG 2.2 の相対輝度。 */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const tones = Object.keys(toneSurface) as Tone[];

describe("色の組は読める（JIS X 8341-3 1.4.3、1.4.11）", () => {
  it.each(tones)("%s の文字は地に対して 4.5:1 以上、枠は白に対して 3:1 以上", (tone) => {
    const surface = toneSurface[tone];
    expect(contrast(colourOf(surface, "bg"), colourOf(surface, "text"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast("#ffffff", colourOf(toneText[tone], "text"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast("#ffffff", colourOf(toneBorder[tone], "border"))).toBeGreaterThanOrEqual(3);
  });
});
