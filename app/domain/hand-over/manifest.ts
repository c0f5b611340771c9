/** 引継ぎの一式の目録（manifest.json）。ほかの全部を書いた後に置くので、目録のない一式は書きかけである。 */
import { z } from "zod";
import { insidePath, instant, sha256 } from "./record-fields.ts";

export const HAND_OVER_FORMAT = "keieiryoku-hand-over";
export const HAND_OVER_VERSION = 1;

const file = z.object({
  /** 一式の中の場所。 */
  path: insidePath,
  /** 記録の種類（records.ts）。ほかの種類のファイルは取り込まない。 */
  kind: z.string().min(1).max(100),
  format: z.enum(["ndjson", "csv"]),
  encoding: z.enum(["utf-8", "shift_jis"]).default("utf-8"),
  /** 記録の数。CSV の見出しは数えない。 */
  rows: z.int().min(0),
  /** バイト数。 */
  size: z.int().min(0),
  sha256: sha256("").schema,
});

export const manifestSchema = z.object({
  format: z.literal(HAND_OVER_FORMAT),
  version: z.literal(HAND_OVER_VERSION),
  /** 作った日時。 */
  madeAt: instant("").schema,
  /** 作ったシステムの名前。 */
  madeBy: z.string().min(1).max(200),
  files: z.array(file).max(1000),
});

export type HandOverFile = z.output<typeof file>;
export type HandOverManifest = z.output<typeof manifestSchema>;
