/** 外に控えた監査の頭。鎖だけでは分からない、末尾の切取り、古いファイルへの書戻し、全部のつなぎ直しを見つける。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN_START, chainHash, type ChainedRow, firstBreak } from "#db/audit-chain.ts";
import { type AuditHead, HEAD_FORMAT, headChecker } from "#db/audit-heads.ts";
import { treePath, treeRoot } from "#db/audit-tree.ts";
import { createHash } from "node:crypto";

const ROWS = 40;
/** 控えた行の終わり。 */
const HEADS_TO = [7, 8, 20, ROWS];

const contentOf = (n: number): Omit<ChainedRow, "previousHash" | "hash"> => ({
  sequence: n,
  at: new Date(Date.UTC(2026, 10, 1) + n * 1_000).toISOString(),
  actorId: `a${n % 5}`,
  actorName: "𠮷川 望",
  actorRole: "reviewer@meti-kanto",
  action: n % 3 === 0 ? "review.view" : "plan.file",
  subjectKind: "application",
  subjectId: `application-${n % 9}`,
  details: { n, before: "旧", after: ["新", null] },
  requestId: `r${n}`,
});

/** 中身を、前の行から順につなぐ。 */
function chained(contents: readonly Omit<ChainedRow, "previousHash" | "hash">[]): readonly ChainedRow[] {
  let previousHash = CHAIN_START;
  return contents.map((content) => {
    const hash = chainHash({ ...content, previousHash });
    const row = { ...content, previousHash, hash };
    previousHash = hash;
    return row;
  });
}

const genuine = chained(Array.from({ length: ROWS }, (_, index) => contentOf(index + 1)));
const heads: readonly AuditHead[] = HEADS_TO.map((to, index) => {
  const from = (HEADS_TO[index - 1] ?? 0) + 1;
  return {
    format: HEAD_FORMAT,
    origin: "https://portal.example.jp",
    day: `2026-11-0${index + 1}`,
    from,
    to,
    hash: genuine[to - 1]?.hash ?? "",
    root: treeRoot(genuine.slice(from - 1, to).map(({ hash }) => hash)),
    madeAt: "2026-11-01T00:00:00.000Z",
  };
});

/** 最初に合わない行。どこも合っていれば null。 */
function firstBad(rows: readonly ChainedRow[], kept = heads): number | null {
  const broken = firstBreak(rows, CHAIN_START);
  if (broken !== null) return broken.sequence;
  const checker = headChecker(kept);
  checker.feed(rows);
  const faults = checker.faults().map(({ sequence }) => sequence);
  return faults.length === 0 ? null : Math.min(...faults);
}

const place = fc.integer({ min: 0, max: ROWS - 1 });
const fields = [
  "at",
  "actorId",
  "actorName",
  "actorRole",
  "action",
  "subjectKind",
  "subjectId",
  "requestId",
] as const;
type Tampering = { readonly rows: readonly ChainedRow[]; readonly named: number | null };
const replaced = (index: number, change: (row: ChainedRow) => ChainedRow): readonly ChainedRow[] =>
  genuine.map((row, at) => (at === index ? change(row) : row));
const renumbered = (rows: readonly ChainedRow[]): readonly ChainedRow[] =>
  chained(rows.map((row, index) => ({ ...row, sequence: index + 1 })));

/** 書き換える人のすること。named は、名指されるはずの行（決まらないものは null）。 */
const tamperings: fc.Arbitrary<Tampering> = fc.oneof(
  fc
    .record({ index: place, field: fc.constantFrom(...fields), text: fc.string() })
    .map(({ index, field, text }) => ({
      rows: replaced(index, (row) => ({ ...row, [field]: `${row[field]}${text}!` })),
      named: index + 1,
    })),
  place.map((index) => ({
    rows: replaced(index, (row) => ({ ...row, details: { ...row.details, n: -1 } })),
    named: index + 1,
  })),
  fc.integer({ min: 0, max: ROWS - 2 }).map((index) => ({
    rows: genuine.filter((_, at) => at !== index),
    named: index + 2,
  })),
  fc
    .tuple(place, place)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({
      rows: genuine.map((row, at) =>
        at === a
          ? { ...(genuine[b] ?? row), sequence: row.sequence }
          : at === b
            ? { ...(genuine[a] ?? row), sequence: row.sequence }
            : row,
      ),
      named: Math.min(a, b) + 1,
    })),
  // 末尾の切取りと、古いデータベースの書戻し。
  fc.integer({ min: 0, max: ROWS - 1 }).map((length) => ({
    rows: genuine.slice(0, length),
    named: HEADS_TO.find((to) => to > length) ?? null,
  })),
  // 書き換えた後で、終わりまでつなぎ直す。
  fc.record({ index: place, text: fc.string({ minLength: 1 }) }).map(({ index, text }) => ({
    rows: chained(replaced(index, (row) => ({ ...row, actorName: `別の人${text}` }))),
    named: HEADS_TO.find((to) => to > index) ?? null,
  })),
  place.map((index) => ({
    rows: renumbered(genuine.filter((_, at) => at !== index)),
    named: HEADS_TO.find((to) => to > index) ?? null,
  })),
  place.map((index) => ({
    rows: renumbered([...genuine.slice(0, index), contentOf(99) as ChainedRow, ...genuine.slice(index)]),
    named: HEADS_TO.find((to) => to > index) ?? null,
  })),
);

it("手を触れていない鎖は、控えのどれとも合う", () => {
  expect(firstBad(genuine)).toBeNull();
  expect(
    firstBad([
      ...genuine,
      ...chained([contentOf(ROWS + 1)]).map((row) => ({
        ...row,
        previousHash: genuine.at(-1)?.hash ?? "",
        hash: chainHash({ ...row, previousHash: genuine.at(-1)?.hash ?? "" }),
      })),
    ]),
  ).toBeNull();
});

it("でたらめな一万の書換えのどれも、合わない行の番号を名指す", () => {
  let checked = 0;
  fc.assert(
    fc.property(tamperings, ({ rows, named }) => {
      checked += 1;
      expect(firstBad(rows)).toBe(named);
    }),
    { numRuns: 10_000 },
  );
  expect(checked).toBe(10_000);
});

it("控えのファイルが抜ければ、どの行からの控えが無いかが分かる", () => {
  const [first, second, ...rest] = heads;
  const checker = headChecker([first, ...rest].filter((head) => head !== undefined));
  checker.feed(genuine);
  expect(checker.faults()).toEqual([{ day: rest[0]?.day, kind: "gap", sequence: second?.from }]);
});

describe("行から控えまでの道", () => {
  const sha256 = (...parts: readonly Uint8Array[]) =>
    parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest();

  it("どの数の行の、どの行からも、根に着く。ほかの行からは着かない", () => {
    const climb = (leaf: string, path: ReturnType<typeof treePath>) =>
      path
        .reduce(
          (node, { side, hash }) => {
            const other = Buffer.from(hash, "hex");
            return side === "left"
              ? sha256(Uint8Array.of(1), other, node)
              : sha256(Uint8Array.of(1), node, other);
          },
          sha256(Uint8Array.of(0), Buffer.from(leaf, "hex")),
        )
        .toString("hex");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: ROWS }), fc.nat(), fc.nat(), (count, one, other) => {
        const hashes = genuine.slice(0, count).map(({ hash }) => hash);
        const [index, wrong] = [one % count, other % count];
        const path = treePath(hashes, index);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
        expect(climb(hashes[index] ?? "", path)).toBe(treeRoot(hashes));
        if (wrong !== index) expect(climb(hashes[wrong] ?? "", path)).not.toBe(treeRoot(hashes));
      }),
    );
  });
});
