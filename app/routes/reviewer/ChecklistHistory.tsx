import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";

export type ChecklistVersion = {
  readonly version: number;
  readonly by: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** ひな形を、誰がいつどう直したか。新しい順。 */
export function ChecklistHistory({ versions }: { readonly versions: readonly ChecklistVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <>
      <SectionTitle>直した記録</SectionTitle>
      <ol className="flex flex-col gap-3">
        {versions.map(({ version, by, added, removed }) => (
          <li key={version} className="border-l-4 border-solid-gray-300 pl-3">
            <p className="text-std-16B-170">
              第{version}版　<span className="font-400">{by}</span>
            </p>
            <ul>
              {added.map((text) => (
                <li key={`+${text}`}>足した項目：{text}</li>
              ))}
              {removed.map((text) => (
                <li key={`-${text}`}>外した項目：{text}</li>
              ))}
              {added.length + removed.length === 0 && <li>項目の順を変えました。</li>}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
