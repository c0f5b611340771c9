import { Button } from "#app/ui/primitives/Button.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import { VisuallyHidden } from "#app/ui/primitives/VisuallyHidden.tsx";
import { scanTone } from "./scan-tone.ts";
import type { ShownFile } from "./attachments-view.server.ts";
import { attachmentsPath, type Place } from "./paths.ts";

/** 添付されているファイルと、開く・差し替える・取り除く操作。 */
export function AttachedFileList({
  files,
  place,
  replaceable,
}: {
  readonly files: readonly ShownFile[];
  readonly place: Place;
  readonly replaceable: boolean;
}) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-4 border-t border-solid-gray-300">
      {files.map((file) => (
        <li key={file.id} className="border-b border-solid-gray-300 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {file.scan === "clean" || file.scan === "unscanned" ? (
              <a className="link font-700" href={file.href} download>
                {file.fileName}
              </a>
            ) : (
              <span className="font-700">{file.fileName}</span>
            )}
            <Tag tone={scanTone[file.scan]}>{file.scanWords}</Tag>
          </p>
          <p className="text-dns-14N-130 leading-150 text-solid-gray-700">
            {file.description}　{file.attached}
          </p>
          {file.covers.length > 0 && (
            <p className="text-dns-14N-130 leading-150 text-solid-gray-700">
              受け持つ設備：{file.covers.join("、")}
            </p>
          )}
          <p className="font-mono text-dns-14N-130 leading-150 text-solid-gray-700">SHA-256 {file.sha256}</p>
          <div className="mt-2 flex flex-wrap items-center gap-4">
            {replaceable && (
              <a className="link py-1" href={`${attachmentsPath(place)}?replace=${file.id}#${file.kind}`}>
                差し替える<VisuallyHidden>（{file.fileName}）</VisuallyHidden>
              </a>
            )}
            <form method="post" action={attachmentsPath(place)}>
              <input type="hidden" name="remove" value={file.id} />
              <Button variant="tertiary" size="small">
                取り除く<VisuallyHidden>（{file.fileName}）</VisuallyHidden>
              </Button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  );
}
