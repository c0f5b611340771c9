/** キーボードの利用者が本文へ飛ぶためのリンク。焦点が当たったときだけ見える。 */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="link sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-white focus:px-4 focus:py-2"
    >
      本文へ移動
    </a>
  );
}
