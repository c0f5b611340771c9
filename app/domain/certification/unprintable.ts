/**
 * 認定通知書に刷れない文字。どの書体にも字形が無い文字は、別の字や四角に化けて刷られるので、認定の前に断る。
 * 字形の有無は書体だけが知っているので、ここでは、どの欄の何という文字かを言葉にする。
 */
import { itemField } from "./correct-notice.ts";
import type { CertificationNotice } from "./notice.ts";

/** 字形の無い一文字。字の形の指定（異体字セレクタ）のとおりに描けないときは、前の字と合わせた二字。 */
export type MissingCharacter = {
  readonly character: string;
  /** 例: U+1F600。二字のときは、後ろの指定の符号位置 */
  readonly codePoint: string;
};

export type UnprintableCharacter = MissingCharacter & {
  /** 訂正の画面の欄の名前。申請から来ない文言（件名、本文など）では null。 */
  readonly field: string | null;
  /** 欄の見出し。例: 事業者の名称 */
  readonly label: string;
};

type PrintedValue = { readonly field: string | null; readonly label: string; readonly value: string };

/** 通知書に刷る値の全部。 */
export function printedValues(notice: CertificationNotice): readonly PrintedValue[] {
  const { addressee, signatory } = notice;
  return [
    { field: "address", label: "事業者の住所", value: addressee.address },
    { field: "name", label: "事業者の名称", value: addressee.name },
    { field: "representative", label: "代表者の役職名及び氏名", value: addressee.representative },
    ...notice.items.flatMap(({ label, value }, index) => [
      { field: itemField(index), label, value },
      { field: null, label: "記の項目の見出し", value: label },
    ]),
    { field: null, label: "文書番号", value: notice.documentNumber },
    {
      field: null,
      label: "発信者",
      value: `${signatory.title}${signatory.name ?? ""}${signatory.sealNote}`,
    },
    { field: null, label: "件名", value: notice.subject },
    { field: null, label: "本文", value: notice.body.join("") },
  ];
}

/**
 * @param missing どの書体にも字形の無い文字
 * @returns その文字のある欄ごとの一覧。欄の順、文字の順
 */
export const unprintableIn = (
  notice: CertificationNotice,
  missing: readonly MissingCharacter[],
): readonly UnprintableCharacter[] =>
  printedValues(notice).flatMap(({ field, label, value }) => {
    return missing
      .filter(({ character }) => value.includes(character))
      .map(({ character, codePoint }) => ({ character, codePoint, field, label }));
  });

const VARIANT = /^[^]\p{Variation_Selector}$/u;

/** 字そのものは印字でき、字の形の指定だけが書体に無い。基本の字形で印字する。 */
export const isVariant = ({ character }: MissingCharacter): boolean => VARIANT.test(character);

/** @returns 画面に出す一文。基本の字形で印字することの知らせ */
export const variantMessage = ({ label, character, codePoint }: UnprintableCharacter): string =>
  `${label}の「${character}」は、指定された字の形（${codePoint}）が書体に無いので、基本の字形で印字します。`;

const KINDS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\p{Variation_Selector}$/u, "字の形の指定（異体字セレクタ）"],
  [/^\p{Bidi_Control}$/u, "文字の並ぶ向きを変える、見えない文字"],
  [/^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u, "見えない文字"],
  [/^\p{Co}$/u, "外字（その端末だけの文字）"],
  [/^[\p{Cn}\p{Cs}]$/u, "文字として決められていない符号"],
];

/**
 * @returns 画面に出す一文。見えない文字は、その文字自体を画面に出さず、種類の名前で示す
 */
export function unprintableMessage({ label, character, codePoint }: UnprintableCharacter): string {
  const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1];
  return kind === undefined
    ? `${label}の「${character}」（${codePoint}）は、印字できる書体がありません。`
    : `${label}に、印字できない${kind}（${codePoint}）があります。`;
}
