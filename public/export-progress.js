/** 一覧の書出しを作っている間、進み具合を見直す。script が動かなくても、リンクで見直せる。 */
(() => {
  const EVERY_MS = 2_000;
  setTimeout(() => location.reload(), EVERY_MS);
})();
