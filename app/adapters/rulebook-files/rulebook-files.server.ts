/** 画面から送られたファイルを読み、画面に渡す zip を作る。 */
import { strToU8, zipSync } from "fflate";
import type { RulebookFault } from "#app/domain/rulebook/fault.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { type ArchiveLimits, isArchive, openArchive } from "./open-archive.server.ts";
import type { RulebookFilePort, SentFile } from "./rulebook-files-port.ts";
import { splitGivenFiles } from "./split-rulebook-files.server.ts";

const limits: ArchiveLimits = { entries: 200, unpackedBytes: 64 * 1024 * 1024 };

/** 圧縮した日時を書かない（同じ一式を同じバイト列にするため）。zip に書ける最初の日。 */
const NO_TIME = new Date(1980, 0, 1);

export const rulebookFilePort: RulebookFilePort = {
  async read(sent) {
    const opened = open(sent);
    return opened.ok ? splitGivenFiles(opened.value) : opened;
  },
  pack: (files) =>
    zipSync(Object.fromEntries([...files].map(([name, content]) => [name, strToU8(content)])), {
      mtime: NO_TIME,
    }),
};

/** zip は、ただ一つだけを送れる。 */
function open(sent: readonly SentFile[]): Result<readonly SentFile[], readonly RulebookFault[]> {
  const archive = sent.find(({ bytes }) => isArchive(bytes));
  if (archive === undefined) return { ok: true, value: sent };
  const fault = (message: string, file = archive.name) => refuse([{ file, line: 1, message }]);
  if (sent.length > 1) return fault("zip は、ほかのファイルと一緒に送れません。一つだけ選んでください");
  const opened = openArchive(archive.bytes, limits);
  if (!opened.ok) return fault(opened.error);
  const nested = opened.value.find(({ bytes }) => isArchive(bytes));
  if (nested !== undefined) return fault("zip の中の zip は読みません", nested.name);
  return {
    ok: true,
    value: opened.value.map(({ name, bytes }) => ({ name: name.slice(name.lastIndexOf("/") + 1), bytes })),
  };
}
