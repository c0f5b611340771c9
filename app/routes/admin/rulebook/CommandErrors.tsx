import type { ReactNode } from "react";
import { ErrorSummary } from "#app/ui/primitives/ErrorSummary.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

/** 版への操作の断り。欄に結び付くものは一覧にする。 */
export function CommandErrors({
  problem,
  errors,
  children,
}: {
  readonly problem: string | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly children?: ReactNode;
}) {
  return (
    <>
      {problem !== null && (
        <NotificationBanner kind="error" title={problem} announce>
          {children}
        </NotificationBanner>
      )}
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
    </>
  );
}
