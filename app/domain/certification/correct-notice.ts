/** 認定通知書の訂正。宛先と「記」の値だけを直せる。番号、日付、本文は変わらない。 */
import { cleanText } from "../text/visible.ts";
import { refuse, ok, type Result } from "../result.ts";
import type { CertificationNotice } from "./notice.ts";

/** 「記」の値の欄の名前。 */
export const itemField = (index: number): string => `item-${index}`;

export type Correction = {
  readonly address: string;
  readonly name: string;
  readonly representative: string;
  /** 「記」の値。元の項目と同じ数と順。 */
  readonly items: readonly string[];
  readonly reason: string;
};

export type CorrectionErrors = Readonly<Record<string, readonly string[]>>;

const MAX_VALUE = 1_000;
const MAX_REASON = 2_000;
const labels = {
  address: "宛先の所在地",
  name: "宛先の名称",
  representative: "代表者の役職名及び氏名",
} as const;

/**
 * @param notice いまの版に刷られた値
 * @returns 訂正した値。空の値、長すぎる値、理由の無い訂正、何も変わらない訂正は、欄の名前と理由で断る
 */
export function correctNotice(
  notice: CertificationNotice,
  correction: Correction,
): Result<CertificationNotice, CorrectionErrors> {
  const errors = new Map<string, string[]>();
  const blame = (field: string, message: string): void =>
    void errors.set(field, [...(errors.get(field) ?? []), message]);
  const required = (field: string, label: string, value: string, limit: number): string => {
    const trimmed = cleanText(value);
    if (trimmed === "") blame(field, `${label}を書いてください。`);
    if (trimmed.length > limit) blame(field, `${label}は${limit.toLocaleString("ja-JP")}字までです。`);
    return trimmed;
  };
  const addressee = {
    address: required("address", labels.address, correction.address, MAX_VALUE),
    name: required("name", labels.name, correction.name, MAX_VALUE),
    // 個人事業主の通知書には、代表者が無い。
    representative:
      notice.addressee.representative === ""
        ? cleanText(correction.representative)
        : required("representative", labels.representative, correction.representative, MAX_VALUE),
  };
  const items = notice.items.map(({ label }, index) => ({
    label,
    value: required(itemField(index), label, correction.items[index] ?? "", MAX_VALUE),
  }));
  required("reason", "訂正の理由", correction.reason, MAX_REASON);
  const same =
    JSON.stringify({ addressee, items }) ===
    JSON.stringify({ addressee: pick(notice.addressee), items: notice.items });
  if (same && errors.size === 0)
    blame("name", "どこも変わっていません。訂正するところを書き換えてください。");
  return errors.size > 0 ? refuse(Object.fromEntries(errors)) : ok({ ...notice, addressee, items });
}

const pick = ({ address, name, representative }: CertificationNotice["addressee"]) => ({
  address,
  name,
  representative,
});
