import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import type { GuidelineView } from "./guideline-view.server.ts";
import { Unconfirmed } from "./Unconfirmed.tsx";

type Section = GuidelineView["sections"][number];
type Item = Section["items"][number];

const coverageWords: Readonly<Record<GuidelineView["itemsCoverage"], string | null>> = {
  complete: null,
  partial: "一部の項目だけを収録しています。残りは確認中です。",
  headings: "見出しだけを収録しています。細目は確認中です。",
  missing: "項目は確認中のため、まだ収録していません。各省庁が公表している指針をご覧ください。",
};

/** 区分と項目。公表の順を変えない。 */
export function GuidelineItems({
  sections,
  coverage,
}: {
  readonly sections: readonly Section[];
  readonly coverage: GuidelineView["itemsCoverage"];
}) {
  const words = coverageWords[coverage];
  return (
    <>
      {words !== null && <InlineHint tone="info">{words}</InlineHint>}
      {sections.map((section, index) => (
        <section key={section.id} id={section.id} className="mb-5">
          {section.group !== null && section.group !== sections[index - 1]?.group && (
            <p className="mt-6 mb-1 text-dns-16B-130 text-solid-gray-700">{section.group}</p>
          )}
          <h3 className="flex flex-wrap items-center gap-2 text-std-18B-160">
            <span>
              {section.code !== null && `${section.code}　`}
              {section.heading}
            </span>
            <Unconfirmed confirmed={section.confirmed} />
          </h3>
          <Note text={section.note} />
          <ul className="mt-1">
            {section.items
              .filter((item) => addsToHeading(item, section))
              .map((item) => (
                <ItemRow key={item.id} item={item} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** 細目が未確認で見出しをそのまま項目としたものは、見出しの下に繰り返さない。 */
const addsToHeading = (item: Item, section: Section): boolean =>
  section.items.length > 1 || item.printedCode !== null || item.label !== section.heading;

const indents = ["", "pl-6", "pl-12"] as const;

const ItemRow = ({ item }: { readonly item: Item }) => (
  <li
    id={item.id}
    className={`grid grid-cols-[3.5rem_1fr] gap-x-2 border-b border-solid-gray-200 py-2 ${indents[item.depth] ?? "pl-12"}`}
  >
    <span className="text-solid-gray-700">{item.printedCode}</span>
    <span className="min-w-0">
      {item.label} <Unconfirmed confirmed={item.confirmed} />
      <Note text={item.note} />
    </span>
  </li>
);

const Note = ({ text }: { readonly text: string | null }) =>
  text === null ? null : <p className="text-dns-14N-130 leading-150 text-solid-gray-700">{text}</p>;
