import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import type { EditionHeading } from "./edition-page.server.ts";
import { statusCommands } from "./status-commands.ts";
import { editionHref } from "./table-address.ts";

/** いまの状態でできる、版への操作。 */
export function EditionOperations({ edition }: { readonly edition: EditionHeading }) {
  const href = editionHref(edition.id);
  const commands = Object.entries(statusCommands).filter(([, { from }]) => from === edition.status);
  const publishable = edition.status === "submitted" && edition.mayPublish;
  if (!edition.mayEdit && !publishable) return null;
  return (
    <ButtonGroup>
      {publishable && <ButtonLink href={`${href}/publish`}>公布する</ButtonLink>}
      {edition.mayEdit &&
        commands.map(([name, { title }], index) => (
          <ButtonLink
            key={name}
            href={`${href}/status/${name}`}
            variant={index === 0 && !publishable ? "primary" : "secondary"}
          >
            {title}
          </ButtonLink>
        ))}
      {edition.mayEdit && edition.status === "published" && (
        <ButtonLink href={`${href}/clone`}>写して新しい版を作る</ButtonLink>
      )}
    </ButtonGroup>
  );
}
