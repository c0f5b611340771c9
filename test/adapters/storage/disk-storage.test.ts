/** 書類の保管庫。名前は中身のハッシュで、中身の変わった書類は渡さない。 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiskStorage } from "#app/adapters/storage/disk-storage.server.ts";
import type { DocumentStorage } from "#app/adapters/storage/storage-port.ts";

let folder: string;
let storage: DocumentStorage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-files-"));
  storage = createDiskStorage(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pdf = Buffer.from("%PDF-1.3 認定通知書");
const hash = createHash("sha256").update(pdf).digest("hex");
const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
const files = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe("書類の保管庫", () => {
  it("預けた中身が、SHA-256 の名前でそのまま返る", async () => {
    expect(await storage.put(pdf)).toBe(hash);
    expect(await storage.get(hash)).toEqual(pdf);
    expect(await readFile(placeOf(hash))).toEqual(pdf);
  });

  it("同じ中身は、同時に預けても一つしか置かず、書きかけも残らない", async () => {
    const names = await Promise.all(Array.from({ length: 8 }, () => storage.put(pdf)));
    expect(new Set(names)).toEqual(new Set([hash]));
    expect(await storage.put(pdf)).toBe(hash);
    expect(await files()).toEqual([hash]);
  });

  it("中身を変えられた書類は渡さない", async () => {
    await storage.put(pdf);
    await writeFile(placeOf(hash), Buffer.from("%PDF-1.3 偽の通知書"));
    expect(await storage.get(hash)).toBeNull();
  });

  it("途中で切れた書類は渡さず、預け直せば直る", async () => {
    await storage.put(pdf);
    await writeFile(placeOf(hash), pdf.subarray(0, 5));
    expect(await storage.get(hash)).toBeNull();
    await storage.put(pdf);
    expect(await storage.get(hash)).toEqual(pdf);
  });

  it.each(["0".repeat(64), "../secret", "", hash.toUpperCase(), `${hash}/../x`])(
    "無い名前、ハッシュでない名前（%s）には null",
    async (name) => {
      await storage.put(pdf);
      expect(await storage.get(name)).toBeNull();
    },
  );

  it("途中までしか書けなければ断り、書きかけを残さず、書けるようになれば預かる", async () => {
    const module = join(import.meta.dirname, "../../../app/adapters/storage/disk-storage.server.ts");
    const work = `
      const { createDiskStorage } = await import(${JSON.stringify(pathToFileURL(module).href)});
      const storage = createDiskStorage(${JSON.stringify(folder)});
      const said = async (work) => work.then(() => "書けた", (error) => error.code);
      console.log([
        await said(storage.put(new Uint8Array(50_000))),
        await said(storage.stage("certificate-1", new Uint8Array(50_000))),
        await said(storage.put(new Uint8Array(500))),
      ].join());`;
    // 一つのファイルに書ける大きさの上限を 8 kB にする。一杯のディスクと同じく、途中まで書けて失敗する。
    const limited = `trap "" XFSZ; ulimit -f 8; exec "$0" --input-type=module --eval "$1"`;
    const { stdout } = await promisify(execFile)("bash", ["-c", limited, process.execPath, work]);
    expect(stdout.trim()).toBe("EFBIG,EFBIG,書けた");
    expect(await files()).toHaveLength(1);
    const letter = new Uint8Array(50_000);
    expect(await storage.get(await storage.put(letter))).toHaveLength(letter.byteLength);
  });

  it("空の中身も預かれる", async () => {
    const name = await storage.put(new Uint8Array());
    expect(await storage.get(name)).toHaveLength(0);
  });
});
