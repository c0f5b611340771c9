/** 規則集の一式を、フォルダーに書き出す。 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * @param folder 無ければ作る。同じ名前のファイルは書き直す
 * @param files ファイル名から中身へ
 */
export async function writeRulebookFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(path.join(folder, name), content, "utf8");
}
