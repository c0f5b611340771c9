/** 指針を決めていない一覧の名前。 */
export const EVERY_GUIDELINE = "ほかに一覧のない、すべての指針";
