/** 回線を通る長さを短くする配り方。 */
import { constants } from "node:zlib";
import compression from "compression";
import type { RequestHandler } from "express";
import expressStaticGzip from "express-static-gzip";

/** 画面は要求のたびに縮める。短さと、掛かる時間の釣り合いで選ぶ（最も強い 11 は百倍掛かる）。 */
const PAGE_QUALITY = 4;

/** 画面と JSON を縮める。PDF や添付など、縮めても短くならない物には触らない。 */
export const compressPages = (): RequestHandler =>
  compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: PAGE_QUALITY } } });

/**
 * 変わらないファイルを配る。組み立てのときに強く縮めておいた物が隣にあれば、それを配る。
 * @param folder ファイルの置き場
 * @param serveStatic 使い回してよい長さ
 */
export const staticFiles = (
  folder: string,
  serveStatic: { readonly maxAge: string; readonly immutable?: boolean },
): RequestHandler =>
  expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ["br", "gzip"],
    index: false,
    serveStatic,
  });
