/**
 * 引継ぎの取込みの下ごしらえ。読んだ記録を一時のデータベースに並べ、重なりと結び付きを確かめる。
 * ポータルのデータベースとは別のファイルなので、ここまでは何も取り込まれない。作り直せるので、同期は待たない。
 */
import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import type { Placed } from "#app/domain/hand-over/check-plan-parts.ts";
import type { Finding, FindingCode, FindingEffect } from "#app/domain/hand-over/finding.ts";
import type { RecordKind, RecordOf } from "#app/domain/hand-over/records.ts";

/** new: 取り込む。refused: 取り込まない。known: もう同じ内容で入っているか、ポータルの値を残す。 */
export type StagedState = "new" | "refused" | "known";

export type Staged<K extends RecordKind> = Placed<K> & { readonly id: number; readonly key: string };

export type FindingCount = {
  readonly effect: FindingEffect;
  readonly code: FindingCode;
  readonly total: number;
};

export type Staging = {
  /** まとめて書く。 */
  together(work: () => void): void;
  /** @returns 同じ鍵の行が前にあれば、その場所。なければ null */
  add<K extends RecordKind>(kind: K, key: string, parent: string, row: Placed<K>): Place | null;
  note(finding: Finding): void;
  /** 一つの計画だけが使える名前（文書番号など）を取る。 @returns 前に取った所。なければ null */
  claim(name: string, place: Place): Place | null;
  mark(ids: readonly number[], state: StagedState): void;
  replace<K extends RecordKind>(id: number, record: RecordOf<K>): void;
  has(kind: RecordKind, key: string): boolean;
  /** 取り込む行を、読んだ順に。 */
  page<K extends RecordKind>(kind: K, after: number, limit: number): readonly Staged<K>[];
  /** 親に属する、取り込む行。鍵の順。 */
  children<K extends "versions" | "certificates">(kind: K, parent: string): readonly Staged<K>[];
  /** 取り込む親のない行。 */
  orphans(kind: "versions" | "certificates", limit: number): readonly Staged<"versions" | "certificates">[];
  /** 見つけたこと。見つけた順。 */
  findings(after: number, limit: number): readonly (Finding & { readonly id: number })[];
  findingCounts(): readonly FindingCount[];
  counts(kind: RecordKind): Readonly<Record<StagedState, number>>;
  /** その段で、取り込む行のうち id までの数。 */
  written(kind: RecordKind, id: number): number;
  /** 並べた物を全部捨てる。 */
  clear(): void;
  remember(name: string, value: unknown): void;
  recall(name: string): unknown;
  close(): void;
};

export type Place = { readonly file: string; readonly line: number };

const tables = `
create table if not exists rows (id integer primary key, kind text not null, key text not null, parent text not null,
  file text not null, line integer not null, state text not null default 'new', record text not null);
create unique index if not exists rows_key on rows (kind, key);
create index if not exists rows_parent on rows (kind, parent, key);
create index if not exists rows_state on rows (kind, state, id);
create table if not exists findings (id integer primary key, effect text not null, file text not null, line integer not null,
  field text not null, code text not null, reason text not null);
create table if not exists claims (name text primary key, file text not null, line integer not null) without rowid;
create table if not exists facts (name text primary key, value text not null) without rowid;
`;

/** 下ごしらえのファイルを消す。 */
export function removeStaging(file: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
}

type StoredRow = {
  readonly id: number;
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly record: string;
};

const stagedRows = <K extends RecordKind>(rows: readonly unknown[]): readonly Staged<K>[] =>
  (rows as readonly StoredRow[]).map(({ record, ...row }) => ({
    ...row,
    record: JSON.parse(record) as RecordOf<K>,
  }));

export function openStaging(file: string): Staging {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new BetterSqlite3(file);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = NORMAL");
  connection.pragma("cache_size = -65536");
  connection.exec(tables);
  const run = (sql: string) => connection.prepare(sql);
  const columns = "id, key, file, line, record";
  const insert = run(
    "insert into rows (kind, key, parent, file, line, record) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
  );
  const placed = run("select file, line from rows where kind = ? and key = ?");
  const note = run(
    "insert into findings (effect, file, line, field, code, reason) values (?, ?, ?, ?, ?, ?)",
  );
  const claim = run("insert into claims (name, file, line) values (?, ?, ?) on conflict do nothing");
  const claimed = run("select file, line from claims where name = ?");
  const mark = run("update rows set state = ? where id = ?");
  const replace = run("update rows set record = ? where id = ?");
  const has = run("select 1 from rows where kind = ? and key = ? and state <> 'refused'").pluck();
  const page = run(
    `select ${columns} from rows where kind = ? and state = 'new' and id > ? order by id limit ?`,
  );
  const children = run(
    `select ${columns} from rows where kind = ? and parent = ? and state = 'new' order by key`,
  );
  const orphans = run(
    `select ${columns} from rows child where kind = ? and state = 'new' and not exists
     (select 1 from rows plan where plan.kind = 'plans' and plan.key = child.parent) limit ?`,
  );
  const findings = run("select * from findings where id > ? order by id limit ?");
  return {
    together: (work) => connection.transaction(work)(),
    add(kind, key, parent, { file: from, line, record }) {
      const written = insert.run(kind, key, parent, from, line, JSON.stringify(record));
      return written.changes === 1 ? null : (placed.get(kind, key) as Place);
    },
    note: ({ effect, file: from, line, field, code, reason }) =>
      void note.run(effect, from, line, field, code, reason),
    claim: (name, { file: from, line }) =>
      claim.run(name, from, line).changes === 1 ? null : (claimed.get(name) as Place),
    mark(ids, state) {
      for (const id of ids) mark.run(state, id);
    },
    replace: (id, record) => void replace.run(JSON.stringify(record), id),
    has: (kind, key) => has.get(kind, key) !== undefined,
    page: (kind, after, limit) => stagedRows(page.all(kind, after, limit)),
    children: (kind, parent) => stagedRows(children.all(kind, parent)),
    orphans: (kind, limit) => stagedRows(orphans.all(kind, limit)),
    findings: (after, limit) => findings.all(after, limit) as (Finding & { readonly id: number })[],
    findingCounts: () =>
      run(
        "select effect, code, count(*) as total from findings group by effect, code order by effect, total desc, code",
      ).all() as FindingCount[],
    counts(kind) {
      const rows = run("select state, count(*) as total from rows where kind = ? group by state").all(
        kind,
      ) as { readonly state: StagedState; readonly total: number }[];
      const of = (state: StagedState) => rows.find((row) => row.state === state)?.total ?? 0;
      return { new: of("new"), refused: of("refused"), known: of("known") };
    },
    written: (kind, id) =>
      Number(
        run("select count(*) from rows where kind = ? and state = 'new' and id <= ?").pluck().get(kind, id),
      ),
    clear: () =>
      connection.exec("delete from rows; delete from findings; delete from claims; delete from facts"),
    remember: (name, value) =>
      void run("insert or replace into facts (name, value) values (?, ?)").run(name, JSON.stringify(value)),
    recall(name) {
      const value = run("select value from facts where name = ?").pluck().get(name);
      return typeof value === "string" ? (JSON.parse(value) as unknown) : undefined;
    },
    close: () => void connection.close(),
  };
}
