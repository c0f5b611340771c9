/**
 * 認定通知書の PDF を、DATA_DIR の発行の記録と照らし、答えを JSON で出す。/verify と同じ判断をする。
 *   npm run -s certificate:check -- 通知書.pdf
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { contextFor } from "#app/http/guard.server.ts";
import { verifyFile } from "#app/usecases/certification/verify-certificate.server.ts";
import { CommandRefusal, commandConfig, runCommand, say, withServices } from "./command.ts";

const usage = "使い方: npm run -s certificate:check -- 通知書.pdf";

async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk as Buffer;
}

await runCommand(async () => {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) throw new CommandRefusal(usage, 2);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new CommandRefusal(`${file} が読めません。`);
  await withServices(commandConfig(), async (services) => {
    const context = contextFor(services, { kind: "visitor" }, "certificate-check");
    const verified = await verifyFile(context, "127.0.0.1", contentOf(file));
    if (!verified.ok) throw new CommandRefusal(`確かめられません: ${JSON.stringify(verified.error)}`);
    const { kind, ...answer } = verified.value;
    say(JSON.stringify({ verdict: kind, ...answer }, null, 2));
  });
});
