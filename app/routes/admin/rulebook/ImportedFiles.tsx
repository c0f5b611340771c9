import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import type { ImportAnswer } from "./import-answer.server.ts";

/** 取り込んだ表と、変わった行の数。 */
export const ImportedFiles = ({
  imported: { notes, tables },
  editionHref,
}: {
  readonly imported: NonNullable<ImportAnswer["imported"]>;
  readonly editionHref: string;
}) => (
  <NotificationBanner
    kind="success"
    title={
      tables.length === 0
        ? "取り込みました。今の中身と同じで、変わった行はありません"
        : `取り込みました。${tables.length}つの表が変わりました`
    }
    announce
  >
    {tables.length > 0 && (
      <ul className="list-disc pl-5">
        {tables.map(({ table, title, added, removed, changed }) => (
          <li key={table}>
            {title}：追加{added.toLocaleString("ja-JP")}行、削除{removed.toLocaleString("ja-JP")}行、変更
            {changed.toLocaleString("ja-JP")}行
          </li>
        ))}
      </ul>
    )}
    {notes.length > 0 && (
      <ul className="mt-2 list-disc pl-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    )}
    <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
      <a href={`${editionHref}/diff`} className="link inline-block min-h-6">
        この版の差分を見る
      </a>
      {tables.length > 0 && (
        <a href={`${editionHref}/history`} className="link inline-block min-h-6">
          表ごとに取り消す（編集の記録）
        </a>
      )}
    </p>
  </NotificationBanner>
);
