/** 組み立て済みの SQL の使い回し。同じ文を毎回組み立てたり、SQLite に読み解かせたりしない。 */
import type BetterSqlite3 from "better-sqlite3";

/** 覚えておく文の数。条件の組合せで増える一覧の文があるので、限りを置く。 */
const KEPT = 500;

/**
 * @param connection この接続の prepare が、同じ文には同じ statement を返すようになる
 */
export function reuseStatements(connection: BetterSqlite3.Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, BetterSqlite3.Statement>();
  connection.prepare = ((source: string) => {
    const known = kept.get(source);
    // 繰り返しの途中の statement は、ほかの人に渡せない。
    if (known?.busy === true) return prepare(source);
    // 使った順に並べ直し、最も長く使っていない物から忘れる。
    if (known !== undefined) kept.delete(source);
    // 同じ文でも、列の並びで読む人と名前で読む人がいる。前の人の読み方を残さない。
    const statement = known?.reader === true ? known.raw(false) : (known ?? prepare(source));
    kept.set(source, statement);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
    return statement;
  }) as typeof connection.prepare;
}

/**
 * 接続ごとに一度だけ組み立てる問合せ。画面のたびに走る問合せに使う。
 * @param make 接続から、prepare した問合せを作る
 */
export function preparedOnce<C extends object, Q>(make: (connection: C) => Q): (connection: C) => Q {
  const made = new WeakMap<C, Q>();
  return (connection) => {
    const known = made.get(connection);
    if (known !== undefined) return known;
    const query = make(connection);
    made.set(connection, query);
    return query;
  };
}
