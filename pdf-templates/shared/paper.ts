/** A4 用紙と、すべての帳票が使う寸法・文字の大きさ・線の色。長さの単位は pt。 */

export const A4 = { width: 595.28, height: 841.89 } as const;

/** 左右 25mm、上 22mm。下はページ番号の分を含む。 */
export const MARGIN = { top: 62, right: 71, bottom: 68, left: 71 } as const;

export const CONTENT_WIDTH = A4.width - MARGIN.left - MARGIN.right;

export const TYPE = {
  title: { size: 15, leading: 1.5 },
  heading: { size: 11.5, leading: 1.5 },
  letter: { size: 11, leading: 1.85 },
  body: { size: 9.5, leading: 1.65 },
  cell: { size: 9, leading: 1.5 },
  note: { size: 8, leading: 1.5 },
  subject: { size: 12.5, leading: 1.6 },
} as const;

/** 文字の大きさ（pt）と、それに対する行送りの倍率。必ず対で使う。 */
export type TypeStyle = { readonly size: number; readonly leading: number };

export const INK = { text: "#111111", rule: "#555555", shade: "#f0f0ee", faint: "#666666" } as const;

export const RULE_WIDTH = 0.75;
