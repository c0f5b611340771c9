import type { DocumentSection } from "#app/domain/plan/document.ts";
import { TakeOver } from "#app/ui/form/autosave/LeaseNotice.tsx";
import { useLiveSection } from "#app/ui/form/autosave/live-section.ts";
import { EntryTable } from "#app/ui/plan/EntryTable.tsx";
import { EntryValues } from "#app/ui/plan/EntryValues.tsx";
import { groupEntries } from "#app/ui/plan/entry-groups.ts";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

/** ほかの人が編集している区画を、読むだけで見る。内容はひとりでに新しくなる。 */
export function LiveSectionView({
  path,
  holder,
  initial,
}: {
  readonly path: string;
  readonly holder: string;
  readonly initial: DocumentSection | null;
}) {
  const live = useLiveSection(`${path}/lease`);
  const now = live === null ? holder : live.holder;
  const document = live?.document ?? initial;
  return (
    <>
      {now === null ? (
        <NotificationBanner kind="success" title="編集できるようになりました" announce>
          <p className="mt-2">
            <ButtonLink href={path}>編集を始める</ButtonLink>
          </p>
        </NotificationBanner>
      ) : (
        <NotificationBanner kind="info" title={`${now}さんが編集中です`} announce>
          <p>
            下の内容は、{now}さんが保存するたびに新しくなります。編集を引き継ぐと、{now}
            さんの画面にも知らせます。
          </p>
          <TakeOver path={`${path}/take-over`} />
        </NotificationBanner>
      )}
      <output className="mb-4 block min-h-6 text-solid-gray-700">
        {live !== null && live.savedAt !== null && `${live.savedAt}に${live.savedBy}さんが保存した内容です`}
      </output>
      {document !== null &&
        groupEntries(document.entries).map((group) =>
          group.kind === "values" ? (
            <EntryValues key={group.key} section={document} values={group.values} />
          ) : (
            <EntryTable key={group.key} section={document} table={group.table} />
          ),
        )}
    </>
  );
}
