import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";

/** 並べ替えのボタンが属する form と、記録に残す理由。つまみで引くための script は、並べ替えられる表だけが読む。 */
export function OrderForm({
  reason,
  revision,
  action,
}: {
  readonly reason: string;
  readonly revision: number;
  readonly action: string;
}) {
  return (
    <form id="order" method="post" action={action} noValidate className="mb-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="revision" value={revision} />
      <Input id="order-reason" name="reason" label="並べ替えの理由" dense width="md" defaultValue={reason} />
      <Button name="intent" value="reason" variant="secondary" size="small">
        この理由にする
      </Button>
      <p className="basis-full text-dns-14N-130 text-solid-gray-700">
        ▲▼で一つずつ動かします。離れた所へは、行を開いて「何番目」で移します。
        <span data-order-hint hidden>
          ⠿を引いても動かせます。
        </span>
      </p>
      <script src="/row-order.js" defer />
    </form>
  );
}
