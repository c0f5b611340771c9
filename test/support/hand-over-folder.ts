/** 引継ぎの一式の見本。旧基盤から渡される形で、フォルダーに書く。 */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { corporateNumberCheckDigit } from "#app/domain/text/corporate-number.ts";
import { manufacturing } from "./example-plans.ts";

type RecordObject = Record<string, unknown>;
export type HandOverSample = {
  companies: RecordObject[];
  users: RecordObject[];
  plans: RecordObject[];
  versions: RecordObject[];
  certificates: RecordObject[];
  /** 場所 → 中身。 */
  files: Map<string, Uint8Array>;
};

const sha256Of = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** 検査用数字の合う、登録に使われない帯の法人番号。 */
export function sampleNumber(serial: number): string {
  const base = `9988${String(serial).padStart(8, "0")}`;
  return `${corporateNumberCheckDigit(base)}${base}`;
}

const oldLetter = (name: string): Uint8Array =>
  Buffer.from(`%PDF-1.4\n% 旧基盤の認定通知書 ${name}\n%%EOF\n`);

const company = (serial: number): RecordObject => ({
  key: sampleNumber(serial),
  corporationType: "corporation",
  name: `株式会社引継見本${serial}`,
  representative: "代表取締役 髙橋 健一",
  prefecture: "04",
  address: "宮城県仙台市泉区仮町1番1号",
  sourcedAt: "2024-04-01",
});

const version = (plan: string, number: string, certifiedOn: string): RecordObject => ({
  plan,
  version: 1,
  kind: "new",
  number,
  certifiedOn,
  startMonth: "2024-05",
  endMonth: "2027-04",
  filedAt: "2024-04-01",
  acceptedOn: "2024-04-05",
  office: "meti-tohoku",
  guideline: "manufacturing",
  industryRevision: "13",
  industryCode: "2662",
});

/**
 * 四つの計画。1: 二つの版と、二通の通知書。2: 申請の中身のある計画。3: 取り消された計画。4: 紙で受けた計画。
 */
export function handOverSample(): HandOverSample {
  const files = new Map<string, Uint8Array>();
  const certificate = (plan: string, one: number, number: string, issuedAt: string): RecordObject => {
    const file = `files/letters/${plan}-${one}.pdf`;
    const bytes = oldLetter(`${plan} ${one}`);
    files.set(file, bytes);
    return { plan, version: one, edition: 1, number, issuedAt, file, sha256: sha256Of(bytes) };
  };
  const plan = (id: string, serial: number, others: RecordObject = {}): RecordObject => ({
    id,
    company: sampleNumber(serial),
    origin: "imported",
    currentVersion: 1,
    ...others,
  });
  return {
    files,
    companies: [1, 2, 3, 4].map(company),
    users: [1, 2, 3, 4].map((serial) => ({
      id: `old-user-${serial}`,
      kind: "applicant",
      subject: `old-prime-${serial}`,
      displayName: `引継 担当${serial}`,
      email: `tantou${serial}@old.example.jp`,
      accountType: "prime",
      company: sampleNumber(serial),
      active: true,
    })),
    plans: [
      plan("K-1", 1, { currentVersion: 2 }),
      plan("K-2", 2),
      plan("K-3", 3, {
        ended: { kind: "revoked", on: "2025-10-01", reason: "計画に従って行われていないため" },
      }),
      plan("K-4", 4, { origin: "paper" }),
    ],
    versions: [
      version("K-1", "20240410東北第1号", "2024-04-10"),
      {
        ...version("K-1", "20250610東北第7号", "2025-06-10"),
        version: 2,
        kind: "change",
        endMonth: "2029-04",
        filedAt: "2025-06-01",
        acceptedOn: "2025-06-02",
      },
      {
        ...version("K-2", "20260410東北第12号", "2026-04-10"),
        industryRevision: "14",
        startMonth: "2026-04",
        endMonth: "2029-03",
        content: manufacturing.answers,
      },
      version("K-3", "20240410東北第3号", "2024-04-10"),
      {
        plan: "K-4",
        version: 1,
        kind: "paper",
        number: "20240510東北第9号",
        certifiedOn: "2024-05-10",
        startMonth: "2024-05",
        endMonth: "2029-04",
        office: "meti-tohoku",
        guideline: "manufacturing",
      },
    ],
    certificates: [
      certificate("K-1", 1, "20240410東北第1号", "2024-04-10"),
      certificate("K-1", 2, "20250610東北第7号", "2025-06-10"),
      certificate("K-2", 1, "20260410東北第12号", "2026-04-10"),
      certificate("K-3", 1, "20240410東北第3号", "2024-04-10"),
    ],
  };
}

const sampleKinds = ["companies", "users", "plans", "versions", "certificates"] as const;

export type SampleFile = {
  path: string;
  kind: string;
  format: "ndjson" | "csv";
  encoding: "utf-8" | "shift_jis";
  rows: number;
  bytes: Uint8Array;
};

const jsonFile = (kind: string, records: readonly RecordObject[]): SampleFile => ({
  path: `${kind}.ndjson`,
  kind,
  format: "ndjson",
  encoding: "utf-8",
  rows: records.length,
  bytes: Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")),
});

const cell = (value: unknown): string => {
  const text =
    value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return `"${text.replaceAll('"', '""')}"`;
};

/** 見出しは、どれかの記録にある欄の全部。 */
export function csvFile(kind: string, records: readonly RecordObject[]): SampleFile {
  const header = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = records.map((record) => header.map((name) => cell(record[name])).join(","));
  return {
    ...jsonFile(kind, records),
    path: `${kind}.csv`,
    format: "csv",
    bytes: Buffer.from(`${[header.map(cell).join(","), ...lines].join("\r\n")}\r\n`),
  };
}

/**
 * @param arrange 書く前のファイルの並びを変える
 * @param spoil 目録を作った後に、ファイルを変える
 */
export async function writeSample(
  sample: HandOverSample,
  {
    arrange = (files) => files,
    spoil = () => undefined,
  }: {
    readonly arrange?: (files: SampleFile[]) => SampleFile[];
    readonly spoil?: (files: SampleFile[]) => void;
  } = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hand-over-"));
  const files = arrange(sampleKinds.map((kind) => jsonFile(kind, sample[kind])));
  const manifest = {
    format: "keieiryoku-hand-over",
    version: 1,
    madeAt: "2026-11-01T00:00:00.000Z",
    madeBy: "旧基盤",
    files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.byteLength, sha256: sha256Of(bytes) })),
  };
  spoil(files);
  const put = async (path: string, bytes: Uint8Array | string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  };
  for (const { path, bytes } of files) await put(path, bytes);
  for (const [path, bytes] of sample.files) await put(path, bytes);
  await put("manifest.json", JSON.stringify(manifest));
  return folder;
}
