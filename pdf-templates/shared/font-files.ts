/**
 * 帳票の書体ファイルの在りか。書体は明朝体を二つ重ねる（Noto Serif JP に無い ≒ などを BIZ UD明朝が、
 * BIZ UD明朝に無い 𠮷 などを Noto Serif JP が補う）。このファイルだけが npm パッケージの中の場所を知る。
 */
import { createRequire } from "node:module";
import { basename, join } from "node:path";

/** TTF の絶対パス。main を先に、無い文字だけ fallback で描く。 */
export type FontFiles = {
  readonly main: { readonly regular: string; readonly bold: string };
  readonly fallback: { readonly regular: string; readonly bold: string };
};

const PACKAGED = {
  main: {
    regular: "@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
    bold: "@expo-google-fonts/noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf",
  },
  fallback: {
    regular: "@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf",
    bold: "@expo-google-fonts/biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf",
  },
} as const;

const locate = (toPath: (specifier: string) => string): FontFiles => ({
  main: { regular: toPath(PACKAGED.main.regular), bold: toPath(PACKAGED.main.bold) },
  fallback: { regular: toPath(PACKAGED.fallback.regular), bold: toPath(PACKAGED.fallback.bold) },
});

/** npm パッケージに入っている書体。 */
export function packagedFontFiles(): FontFiles {
  const require = createRequire(import.meta.url);
  return locate((specifier) => require.resolve(specifier));
}

/** 運用者が置いたフォルダの書体。ファイル名は npm パッケージのものと同じ。 */
export function fontFilesIn(directory: string): FontFiles {
  return locate((specifier) => join(directory, basename(specifier)));
}
