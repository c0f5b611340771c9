/**
 * よその site からの送信を、枠組みより前で断る。Origin の無い送信も断る。
 * クッキーを読まない連携の口（/api/）は、人の画面になりすませないので通す。
 */
import type { NextFunction, Request, Response } from "express";

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * @param origin 公開の URL の先頭
 */
export const refuseForeignOrigin =
  (origin: string) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const machine = request.path.startsWith("/api/") && request.get("Cookie") === undefined;
    if (machine || safeMethods.has(request.method) || request.get("Origin") === origin) {
      next();
      return;
    }
    response
      .status(403)
      .type("text/plain; charset=utf-8")
      .set("Cache-Control", "no-store")
      .send("この送信は受け付けられません。ポータルの画面から操作してください。\n");
  };
