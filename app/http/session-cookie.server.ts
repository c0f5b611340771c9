/** セッションとログインの往復のクッキー。HttpOnly、SameSite=Lax、手元の機械の外では Secure。 */
import { parse, serialize } from "cookie";

type CookieName = "session" | "login" | "kept";

const secureOrigin = (origin: string): boolean => origin.startsWith("https:");
const nameOf = (name: CookieName, origin: string): string => (secureOrigin(origin) ? `__Host-${name}` : name);

/** クッキーの値。無ければ null。 */
export function readCookie(request: Request, origin: string, name: CookieName): string | null {
  const value = parse(request.headers.get("Cookie") ?? "")[nameOf(name, origin)];
  return value === undefined || value === "" ? null : value;
}

/** Set-Cookie の値を作る。value が null なら消す。 */
export const setCookie = (origin: string, name: CookieName, value: string | null): string =>
  serialize(nameOf(name, origin), value ?? "", {
    httpOnly: true,
    sameSite: "lax",
    secure: secureOrigin(origin),
    path: "/",
    ...(value === null ? { maxAge: 0 } : {}),
  });
