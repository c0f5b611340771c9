import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { EmptyState } from "#app/ui/primitives/EmptyState.tsx";
import { IndustryLinks } from "./IndustryLinks.tsx";
import type { IndustryHits } from "./lookup-view.server.ts";

/** 言葉や番号の一部に当たった細分類。 */
export function LookupHits({ hits }: { readonly hits: IndustryHits }) {
  const { words, industries, more } = hits;
  if (industries.length === 0)
    return (
      <EmptyState title={`「${words}」に当たる業種は見つかりませんでした`}>
        <p>別の言葉にするか、下の分類から選んでください。</p>
      </EmptyState>
    );
  return (
    <section aria-labelledby="hits">
      <SectionTitle id="hits">{`「${words}」に当たる業種`}</SectionTitle>
      <p className="mb-2 text-dns-16N-130 leading-150">
        {more
          ? `ほかにもあるため、初めの${industries.length}件だけを並べています。言葉を足すと絞れます。`
          : `${industries.length}件あります。業種を選んでください。`}
      </p>
      <IndustryLinks industries={industries} columns={1} />
    </section>
  );
}
