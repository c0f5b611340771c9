import { ToneIcon } from "./ToneIcon.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

/** 欄の誤り。id は欄の aria-describedby から指される。 */
export function FieldErrors({
  id,
  errors,
}: {
  readonly id: string;
  readonly errors?: readonly string[] | undefined;
}) {
  if (errors === undefined || errors.length === 0) return null;
  return (
    <ul id={id} className="mt-1.5 space-y-1 text-dns-16B-130 text-error-2">
      {errors.map((error) => (
        <li key={error} className="flex gap-1.5">
          <ToneIcon tone="danger" className="mt-0.5 size-4 shrink-0" />
          <span>
            <VisuallyHidden>エラー：</VisuallyHidden>
            {error}
          </span>
        </li>
      ))}
    </ul>
  );
}
