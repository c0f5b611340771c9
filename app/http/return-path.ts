/** ログインの後に戻る場所。この site の中の道筋だけを許す。 */
export function safeReturnPath(raw: string | null): string | null {
  if (raw === null || !raw.startsWith("/") || raw.startsWith("//") || raw.startsWith("/\\")) return null;
  if (raw.includes("\\") || /\p{Cc}/u.test(raw)) return null;
  try {
    const url = new URL(raw, "http://site.invalid");
    if (url.origin !== "http://site.invalid") return null;
    return `${url.pathname}${url.search}`;
  } catch {
    return null;
  }
}
