import type { ReactNode } from "react";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import type { CommandSubject } from "./CommandFrame.tsx";

export type VersionedFormProps = {
  readonly subject: CommandSubject;
  readonly button: string;
  readonly variant?: "primary" | "danger" | undefined;
  readonly children?: ReactNode;
};

/** 版を添えて送る form。先に誰かが変えていたら、送信は断られる。 */
export function VersionedForm({ subject, button, variant = "primary", children }: VersionedFormProps) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="version" value={subject.version} />
      {children}
      <ButtonGroup>
        <Button variant={variant}>{button}</Button>
        <ButtonLink href={`/review/applications/${subject.id}`} variant="tertiary">
          やめて戻る
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
