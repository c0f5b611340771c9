import { InlineHint } from "#app/ui/primitives/InlineHint.tsx";
import { Tag } from "#app/ui/primitives/Tag.tsx";

/** 公式の資料で確かめられていない事実に付ける印。 */
export function Unconfirmed({ confirmed }: { readonly confirmed: boolean }) {
  return confirmed ? null : (
    <Tag tone="warning" icon={false}>
      確認中
    </Tag>
  );
}

/** 印の読み方。印のある文言を公式のものと思わせてはならない。 */
export function UnconfirmedNote() {
  return (
    <InlineHint tone="warning">
      「確認中」の印がある文言や数値は、公式の資料で確かめられていません。公式の指針の文言ではありませんので、申請の前に、各省庁が公表している指針をご覧ください。
    </InlineHint>
  );
}
