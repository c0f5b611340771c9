/** 読んだ一行を記録にする。所得拡大の欄と知らない欄は、捨てたことを残して捨てる。 */
import { refuse, type Result } from "../result.ts";
import type { FindingCode, FindingEffect } from "./finding.ts";
import { type RecordKind, type RecordOf, recordFields } from "./records.ts";
import type { RecordField } from "./record-fields.ts";

/** 場所のまだ付いていない、見つけたこと。 */
export type RowFinding = {
  readonly effect: FindingEffect;
  readonly field: string;
  readonly code: FindingCode;
  readonly reason: string;
};

/** 所得拡大促進税制の報告。廃止したので、どの記録にも残さない。 */
export const isIncomeGrowth = (name: string): boolean =>
  /所得拡大|income[-_ ]?(?:growth|expansion)/iu.test(name);

/**
 * @param raw 一行の値。NDJSON なら一つの物、CSV なら見出し → 文字
 * @returns 記録と、捨てた欄や直した値。一つでも読めない欄があれば、その全部
 */
export function readRecord<K extends RecordKind>(
  kind: K,
  raw: Readonly<Record<string, unknown>>,
): Result<{ readonly record: RecordOf<K>; readonly notes: readonly RowFinding[] }, readonly RowFinding[]> {
  const fields: Readonly<Record<string, RecordField>> = recordFields[kind];
  const notes = Object.keys(raw).flatMap((name): readonly RowFinding[] =>
    Object.hasOwn(fields, name) ? [] : [strayField(name)],
  );
  const faults: RowFinding[] = [];
  const record = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = raw[name] === "" && !acceptsEmpty(field) ? null : (raw[name] ?? null);
      if (value === null) {
        if (field.required) faults.push(refused(name, "missing", "書かれていません"));
        return [name, null];
      }
      const read = field.schema.safeParse(value);
      if (read.success) return [name, read.data];
      faults.push(refused(name, "field", read.error.issues[0]?.message ?? "形が違います"));
      return [name, null];
    }),
  );
  if (faults.length > 0) return refuse(faults);
  return { ok: true, value: { record: record as RecordOf<K>, notes } };
}

/** 空文字が「無し」ではなく値になる、必ず要る文字の欄。 */
const acceptsEmpty = ({ required, schema }: RecordField): boolean => required && schema.safeParse("").success;

const refused = (field: string, code: FindingCode, reason: string): RowFinding => ({
  effect: "refused",
  field,
  code,
  reason,
});

const strayField = (name: string): RowFinding =>
  isIncomeGrowth(name)
    ? { effect: "dropped", field: name, code: "incomeGrowth", reason: "所得拡大の欄は取り込みません" }
    : {
        effect: "dropped",
        field: name.slice(0, 100),
        code: "unknownField",
        reason: "この欄は様式にありません",
      };
