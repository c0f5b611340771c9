/** 時計。いまの瞬間を UTC の ISO 文字列で返す。 */
export type Clock = { now(): string };
