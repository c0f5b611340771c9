/**
 * 意味ごとの色の組（デジタル庁デザインシステムの色トークン）。
 * 文字と地のコントラスト比は 4.5:1 以上であることを test/ui が確かめる。色だけで意味を伝えてはならない。
 */
export type Tone = "neutral" | "info" | "progress" | "success" | "warning" | "danger";

/** 薄い地に濃い文字。札、段階、案内に使う。 */
export const toneSurface: Readonly<Record<Tone, string>> = {
  neutral: "bg-solid-gray-50 text-solid-gray-800",
  info: "bg-blue-50 text-blue-1000",
  progress: "bg-light-blue-100 text-light-blue-1000",
  success: "bg-green-50 text-green-900",
  warning: "bg-yellow-50 text-yellow-1100",
  danger: "bg-red-50 text-red-1000",
};

/** 地と組む枠線。 */
export const toneBorder: Readonly<Record<Tone, string>> = {
  neutral: "border-solid-gray-536",
  info: "border-blue-900",
  progress: "border-light-blue-800",
  success: "border-green-800",
  warning: "border-yellow-900",
  danger: "border-red-900",
};

/** 図記号と、白地の短い文字。 */
export const toneText: Readonly<Record<Tone, string>> = {
  neutral: "text-solid-gray-700",
  info: "text-blue-900",
  progress: "text-light-blue-900",
  success: "text-green-800",
  warning: "text-yellow-1000",
  danger: "text-red-900",
};
