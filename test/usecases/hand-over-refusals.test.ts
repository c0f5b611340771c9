/** 旧基盤の一式の誤りは、一式ごと断るか、その行だけを取り込まずに理由を残す。 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "#app/domain/hand-over/finding.ts";
import { dryRun } from "#test/support/hand-over.ts";
import {
  csvFile,
  handOverSample,
  type HandOverSample,
  sampleNumber,
  writeSample,
} from "#test/support/hand-over-folder.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";

let test: TestServices;
beforeAll(async () => {
  test = await startTestServices();
});
afterAll(() => test.close());

const check = async (
  change: (sample: HandOverSample) => void,
  options: Parameters<typeof writeSample>[1] = {},
) => {
  const sample = handOverSample();
  change(sample);
  return dryRun(test, await writeSample(sample, options));
};
const set =
  (kind: "companies" | "users" | "plans" | "versions" | "certificates", at: number, to: object) =>
  (sample: HandOverSample) => {
    sample[kind][at] = { ...sample[kind][at], ...to };
  };
const places = (findings: readonly Finding[], effect: Finding["effect"] = "refused") =>
  findings
    .filter((one) => one.effect === effect)
    .map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`);

describe("正しい一式", () => {
  it("全部の行を取り込むと答え、直す行はない", async () => {
    const { faults, counts, findings } = await check(() => undefined);
    expect({ faults, findings }).toEqual({ faults: [], findings: [] });
    expect(counts?.kinds).toEqual({
      companies: { given: 4, accepted: 4, known: 0, refused: 0 },
      users: { given: 4, accepted: 4, known: 0, refused: 0 },
      plans: { given: 4, accepted: 4, known: 0, refused: 0 },
      versions: { given: 5, accepted: 5, known: 0, refused: 0 },
      certificates: { given: 4, accepted: 4, known: 0, refused: 0 },
    });
  });

  it("CSV でも、Shift_JIS と書いてあっても、同じに読む", async () => {
    const sample = handOverSample();
    const asCsv = await dryRun(
      test,
      await writeSample(sample, {
        arrange: (files) => files.map((file) => csvFile(file.kind, sample[file.kind as "plans"])),
      }),
    );
    expect({ faults: asCsv.faults, findings: asCsv.findings }).toEqual({ faults: [], findings: [] });
    // 「テスト」を Shift_JIS で書いた名前。
    const shiftJis = Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]);
    const name = Buffer.from('{"name":"');
    const read = await check(
      (one) => {
        one.companies = [];
        one.users = [];
        one.plans = [];
        one.versions = [];
        one.certificates = [];
      },
      {
        arrange: (files) =>
          files.map((file) =>
            file.kind === "companies"
              ? {
                  ...file,
                  rows: 1,
                  encoding: "shift_jis",
                  bytes: Buffer.concat([
                    name,
                    shiftJis,
                    Buffer.from(
                      `","key":"${sampleNumber(1)}","corporationType":"corporation","representative":"A","prefecture":"04","address":"B","sourcedAt":"2024-04-01"}\n`,
                    ),
                  ]),
                }
              : file,
          ),
      },
    );
    expect(read.counts?.kinds.companies.accepted).toBe(1);
  });
});

describe("一式の全体の誤り", () => {
  it.each([
    [
      "途中で切れたファイル",
      "versions.ndjson",
      (bytes: Uint8Array) => bytes.subarray(0, bytes.byteLength - 40),
      "途中で切れている",
    ],
    [
      "行を一つ失ったファイル",
      "plans.ndjson",
      (bytes: Uint8Array) =>
        Buffer.from(`${Buffer.from(bytes).toString("utf8").trimEnd().split("\n").slice(1).join("\n")}\n`),
      "行の数が3です。目録は4です",
    ],
    [
      "中身を書き換えたファイル",
      "companies.ndjson",
      (bytes: Uint8Array) =>
        Buffer.from(Buffer.from(bytes).toString("utf8").replace("仮町1番1号", "仮町9番9号")),
      "中身が目録と違います",
    ],
    [
      "Shift_JIS のまま渡されたファイル",
      "users.ndjson",
      () => Buffer.from([0x7b, 0x83, 0x65, 0x7d, 0x0a]),
      "encoding に shift_jis と書いてください",
    ],
  ] as const)("%sは、何も取り込まずに断る", async (_name, path, spoiled, reason) => {
    const { faults, counts } = await check(() => undefined, {
      spoil: (files) => {
        for (const file of files) if (file.path === path) file.bytes = spoiled(file.bytes);
      },
    });
    expect(counts).toBeNull();
    expect(faults.map(({ file }) => file)).toContain(path);
    expect(faults.map((fault) => fault.reason).join()).toContain(reason);
  });

  it("切れた最後の行は、行としても並べる", async () => {
    const { findings } = await check(() => undefined, {
      spoil: (files) => {
        for (const file of files)
          if (file.kind === "versions") file.bytes = file.bytes.subarray(0, file.bytes.byteLength - 40);
      },
    });
    expect(places(findings)).toContain("versions.ndjson:5  cut");
  });
});

describe("取り込まない行", () => {
  it.each<[string, (sample: HandOverSample) => void, readonly string[]]>([
    [
      "検査用数字の合わない法人番号と、その事業者の計画と利用者",
      (sample) => {
        set("companies", 0, { key: `1${sampleNumber(1).slice(1)}` })(sample);
      },
      [
        "companies.ndjson:1 key corporateNumber",
        "users.ndjson:1 company unknownCompany",
        "plans.ndjson:1 company unknownCompany",
        "versions.ndjson:1  otherPart",
        "versions.ndjson:2  otherPart",
        "certificates.ndjson:1  otherPart",
        "certificates.ndjson:2  otherPart",
      ],
    ],
    [
      "知らない都道府県の事業者",
      (sample) => {
        sample.companies.push({ ...sample.companies[0], key: sampleNumber(9), prefecture: "99" });
      },
      ["companies.ndjson:5 prefecture unknownPrefecture"],
    ],
    [
      "同じ番号の事業者の二行目",
      (sample) => sample.companies.push({ ...sample.companies[0] }),
      ["companies.ndjson:5  duplicate"],
    ],
    [
      "同じ文書番号の二つ目の計画",
      (sample) => {
        set("versions", 3, { number: "20240410東北第1号" })(sample);
        set("certificates", 3, { number: "20240410東北第1号" })(sample);
      },
      [
        "versions.ndjson:4 number duplicateNumber",
        "plans.ndjson:3  otherPart",
        "certificates.ndjson:4  otherPart",
      ],
    ],
    [
      "知らない計画の通知書",
      set("certificates", 3, { plan: "K-99" }),
      ["certificates.ndjson:4 plan unknownPlan"],
    ],
    [
      "版と文書番号の違う通知書",
      set("certificates", 3, { number: "20240410東北第4号" }),
      ["certificates.ndjson:4 number number"],
    ],
    [
      "前の版より前の認定日の変更",
      set("versions", 1, { certifiedOn: "2024-03-31", filedAt: null, acceptedOn: null }),
      [
        "versions.ndjson:2 certifiedOn order",
        "plans.ndjson:1  otherPart",
        "versions.ndjson:1  otherPart",
        "certificates.ndjson:1  otherPart",
        "certificates.ndjson:2  otherPart",
      ],
    ],
    [
      "実施時期が終わった後の変更",
      set("versions", 1, { certifiedOn: "2027-06-01" }),
      [
        "versions.ndjson:2 certifiedOn order",
        "plans.ndjson:1  otherPart",
        "versions.ndjson:1  otherPart",
        "certificates.ndjson:1  otherPart",
        "certificates.ndjson:2  otherPart",
      ],
    ],
    [
      "版の抜けた計画",
      (sample) => sample.versions.splice(1, 1),
      [
        "plans.ndjson:1 currentVersion versions",
        "versions.ndjson:1  otherPart",
        "certificates.ndjson:1  otherPart",
        "certificates.ndjson:2  otherPart",
      ],
    ],
    [
      "知らない局",
      set("versions", 3, { office: "meti-mars" }),
      [
        "versions.ndjson:4 office unknownOffice",
        "plans.ndjson:3 currentVersion versions",
        "certificates.ndjson:4  otherPart",
      ],
    ],
    [
      "知らない指針",
      set("versions", 3, { guideline: "space" }),
      [
        "versions.ndjson:4 guideline unknownGuideline",
        "plans.ndjson:3 currentVersion versions",
        "certificates.ndjson:4  otherPart",
      ],
    ],
    [
      "その改定にない産業分類",
      set("versions", 3, { industryCode: "9998" }),
      [
        "versions.ndjson:4 industryCode unknownIndustry",
        "plans.ndjson:3 currentVersion versions",
        "certificates.ndjson:4  otherPart",
      ],
    ],
    [
      "3年でも4年でも5年でもない実施時期",
      set("versions", 3, { endMonth: "2026-04" }),
      [
        "versions.ndjson:4 endMonth period",
        "plans.ndjson:3 currentVersion versions",
        "certificates.ndjson:4  otherPart",
      ],
    ],
    [
      "認定日より後の受理日",
      set("versions", 3, { acceptedOn: "2024-04-11" }),
      [
        "versions.ndjson:4 acceptedOn order",
        "plans.ndjson:3 currentVersion versions",
        "certificates.ndjson:4  otherPart",
      ],
    ],
    [
      "認定日より前の取消し",
      set("plans", 2, { ended: { kind: "revoked", on: "2024-01-01", reason: "理由" } }),
      ["plans.ndjson:3 ended order", "versions.ndjson:4  otherPart", "certificates.ndjson:4  otherPart"],
    ],
    [
      "実在しない認定日",
      set("versions", 3, { certifiedOn: "2024-02-30" }),
      [
        "versions.ndjson:4 certifiedOn field",
        "plans.ndjson:3 currentVersion versions",
        "certificates.ndjson:4  otherPart",
      ],
    ],
    [
      "PDF のない通知書。計画は取り込む",
      (sample) => void sample.files.delete("files/letters/K-3-1.pdf"),
      ["certificates.ndjson:4 file pdfMissing"],
    ],
    [
      "PDF の中身の違う通知書",
      (sample) => void sample.files.set("files/letters/K-3-1.pdf", Buffer.from("別の中身")),
      ["certificates.ndjson:4 file pdfHash"],
    ],
    [
      "フォルダーの外を指す PDF",
      set("certificates", 3, { file: "../secret.pdf" }),
      ["certificates.ndjson:4 file field"],
    ],
  ])("%s", async (_name, change, expected) => {
    const { faults, findings } = await check(change);
    expect(faults).toEqual([]);
    expect(places(findings).toSorted()).toEqual(expected.toSorted());
    expect(findings.every(({ reason }) => reason !== "")).toBe(true);
  });
});

describe("所得拡大の記録", () => {
  it("種類ごとのファイルも、欄も、申請の中身の区画も、数えて捨てる", async () => {
    const { faults, findings, counts } = await check(
      (sample) => {
        set("plans", 0, { incomeGrowthReport: "済" })(sample);
        set("companies", 1, { 所得拡大の報告日: "2020-03-31" })(sample);
        const second = sample.versions[2];
        if (second !== undefined)
          second["content"] = { ...(second["content"] as object), "income-expansion": { wages: "1" } };
      },
      {
        arrange: (files) => [
          ...files,
          {
            path: "income-growth.ndjson",
            kind: "incomeGrowthReports",
            format: "ndjson",
            encoding: "utf-8",
            rows: 3,
            bytes: Buffer.from('{"a":1}\n{"a":2}\n{"a":3}\n'),
          },
        ],
      },
    );
    expect(faults).toEqual([]);
    expect(places(findings, "dropped").toSorted()).toEqual([
      "companies.ndjson:2 所得拡大の報告日 incomeGrowth",
      "income-growth.ndjson:0  incomeGrowth",
      "plans.ndjson:1 incomeGrowthReport incomeGrowth",
      "versions.ndjson:3 content.income-expansion incomeGrowth",
    ]);
    expect(findings.find(({ file }) => file === "income-growth.ndjson")?.reason).toContain("3行");
    expect(counts?.incomeGrowth).toBe(4);
    expect(counts?.kinds.plans.accepted).toBe(4);
  });
});
