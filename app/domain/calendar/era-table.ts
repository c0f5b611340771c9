/**
 * 元号の表。太陽暦になった明治6年(1873年)1月1日から令和まで。
 * 典拠: 元号法(昭和54年法律第43号)、元号を改める政令(平成31年政令第143号)、改暦の布告(明治5年太政官布告第337号)。
 */

/** 一つの元号。`since` はその元号で日付を書ける最初の日、`firstYear` は元年の西暦。 */
export type Era = {
  readonly name: string;
  readonly letter: string;
  readonly since: string;
  readonly firstYear: number;
};

/** 新しい元号から順に。 */
const ERAS = [
  { name: "令和", letter: "R", since: "2019-05-01", firstYear: 2019 },
  { name: "平成", letter: "H", since: "1989-01-08", firstYear: 1989 },
  { name: "昭和", letter: "S", since: "1926-12-25", firstYear: 1926 },
  { name: "大正", letter: "T", since: "1912-07-30", firstYear: 1912 },
  { name: "明治", letter: "M", since: "1873-01-01", firstYear: 1868 },
] as const satisfies readonly Era[];

/**
 * その日の元号。
 * @param day `YYYY-MM-DD`
 * @returns 元号。明治5年以前 (旧暦の時代) は undefined
 */
export const eraOn = (day: string): Era | undefined => ERAS.find((era) => day >= era.since);

/** 「令和」「R」などの書き方から元号を引く。大文字小文字は問わない。 */
export const eraNamed = (mark: string): Era | undefined =>
  ERAS.find((era) => era.name === mark || era.letter === mark.toUpperCase());
