import type { ReactNode } from "react";
import type { ConfirmationStatus } from "#app/domain/confirmation/statuses.ts";
import { ConfirmationStatusTag } from "#app/ui/confirmation/ConfirmationStatusTag.tsx";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

export type ConfirmationSubject = {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string;
  readonly companyName: string;
  readonly status: ConfirmationStatus;
};

/** 投資計画の確認への命令の画面の枠と、版を添えて送る form。 */
export function ConfirmationFrame({
  subject,
  title,
  lead,
  obstacle,
  buttons,
  children,
}: {
  readonly subject: ConfirmationSubject;
  readonly title: string;
  readonly lead: string;
  /** いまは出せない理由。あれば欄を出さない。 */
  readonly obstacle: string | null;
  readonly buttons: readonly {
    readonly value: string;
    readonly label: string;
    readonly variant?: "primary" | "danger" | undefined;
  }[];
  readonly children?: ReactNode;
}) {
  const record = `/review/confirmations/${subject.id}`;
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs
        items={[
          { label: "投資計画の確認", href: "/review/confirmations" },
          { label: subject.receiptNumber, href: record },
          { label: title },
        ]}
      />
      <PageTitle
        title={title}
        caption={`${subject.receiptNumber}　${subject.companyName}`}
        tag={<ConfirmationStatusTag status={subject.status} />}
        lead={lead}
      />
      {obstacle !== null && (
        <NotificationBanner kind="error" title={obstacle} announce>
          <a href={record} className="link">
            申請の画面へ戻る
          </a>
        </NotificationBanner>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="version" value={subject.version} />
        {children}
        <ButtonGroup>
          {obstacle === null &&
            buttons.map(({ value, label, variant = "primary" }) => (
              <Button key={value} name="command" value={value} variant={variant}>
                {label}
              </Button>
            ))}
          <ButtonLink href={record} variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </div>
  );
}
