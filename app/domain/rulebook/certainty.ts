/**
 * 事実の確かさ（certainty）。規則集のすべての行が一つ持つ。
 * spec 調達仕様書・法令の参照表、seen 公開資料で確認、inferred 確認した事実からの推定、
 * recalled 知識による、recalled-low 不確かな知識、unknown 根拠なし。
 */
export const certainties = ["spec", "seen", "inferred", "recalled", "recalled-low", "unknown"] as const;

export type Certainty = (typeof certainties)[number];

/** 画面と説明文に出す言い方。未確認の文言を公式のものと見せないために必ず添える。 */
export const certaintyLabel: Readonly<Record<Certainty, string>> = {
  spec: "仕様書による",
  seen: "公開資料で確認",
  inferred: "推定",
  recalled: "未確認",
  "recalled-low": "不確か",
  unknown: "不明",
};

/** 二つの事実から導いた結論の確かさ。弱いほうに合わせる。 */
export const weakerCertainty = (a: Certainty, b: Certainty): Certainty =>
  certainties.indexOf(a) >= certainties.indexOf(b) ? a : b;
