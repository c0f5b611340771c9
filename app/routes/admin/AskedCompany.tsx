import { Button } from "#app/ui/primitives/Button.tsx";
import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";
import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { AskedView } from "./asked-company.server.ts";

/** 尋ねた会社の控えと、閉鎖の扱い。 */
export function AskedCompany({
  asked,
  intentKey,
  reason,
  errors,
}: {
  readonly asked: AskedView;
  readonly intentKey: string;
  readonly reason: string;
  readonly errors: readonly string[];
}) {
  return (
    <DescriptionCard title={asked.name ?? asked.corporateNumber}>
      <p>{asked.state}</p>
      {asked.address !== null && <p>{asked.address}</p>}
      {asked.closure !== null && (
        <InlineHint tone="warning">{asked.closure}。新しい申請は始められません。</InlineHint>
      )}
      {asked.override !== null && <p>申請を認めた記録：{asked.override}</p>}
      {asked.closure !== null && asked.override === null && (
        <form method="post" noValidate className="mt-4">
          <input type="hidden" name="number" value={asked.corporateNumber} />
          <input type="hidden" name="intentKey" value={intentKey} />
          <Textarea
            id="reason"
            name="reason"
            label="申請を認める理由"
            help="登記を確かめたことなど、公表と違う扱いをする理由を残します。"
            required
            defaultValue={reason}
            errors={errors}
          />
          <Button variant="secondary">この会社の申請を認める</Button>
        </form>
      )}
    </DescriptionCard>
  );
}
