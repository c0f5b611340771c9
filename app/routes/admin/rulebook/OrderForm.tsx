import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";

/** 並べ替えのボタンが属する form と、記録に残す理由。つまみで引くための script は、並べ替えられる表だけが読む。 */
export function OrderForm({
  reason,
  revision,
  action,
  renumberable,
}: {
  readonly reason: string;
  readonly revision: number;
  readonly action: string;
  /** 記号を付け直せる項目の表か。 */
  readonly renumberable: boolean;
}) {
  return (
    <form id="order" method="post" action={action} noValidate className="mb-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="revision" value={revision} />
      <Input id="order-reason" name="reason" label="並べ替えの理由" dense width="md" defaultValue={reason} />
      <Button name="intent" value="reason" variant="secondary" size="small">
        この理由にする
      </Button>
      {renumberable && (
        <Button name="intent" value="renumber" variant="secondary" size="small">
          番号を付け直す
        </Button>
      )}
      <p className="basis-full text-dns-14N-130 text-solid-gray-700">
        ▲▼で一つずつ動かします。離れた所へは、行を開いて「何番目」で移します。
        <span data-order-hint hidden>
          ⠿を引いても動かせます。
        </span>
        {renumberable && "「番号を付け直す」は、記号と様式に書く記号を、区分ごとにこの順で 1 から付けます。"}
      </p>
      <script src="/row-order.js" defer />
    </form>
  );
}
