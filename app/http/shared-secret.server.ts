/** 外の仕組みとの合言葉。長さも中身も、比べる時間から悟られない。 */
import { createHash, timingSafeEqual } from "node:crypto";

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/** `Authorization: Bearer …` が合言葉と同じか。 */
export const bearsSecret = (request: Request, secret: string): boolean =>
  timingSafeEqual(digestOf(request.headers.get("Authorization") ?? ""), digestOf(`Bearer ${secret}`));
