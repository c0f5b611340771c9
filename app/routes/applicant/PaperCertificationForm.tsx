import type { PaperField, PaperTyped } from "#app/domain/plan-life/paper-certification.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";
import { MonthInput } from "#app/ui/primitives/MonthInput.tsx";

type PaperErrors = Readonly<Partial<Record<PaperField, readonly string[]>>>;

/** 紙で受けた認定を、認定通知書と計画の写しから書き写す欄。 */
export function PaperCertificationForm(props: {
  readonly intentKey: string;
  readonly typed: PaperTyped;
  readonly errors: PaperErrors;
}) {
  const { intentKey, typed, errors } = props;
  const field = (name: PaperField) => ({
    id: name,
    name,
    defaultValue: typed[name],
    errors: errors[name] ?? [],
  });
  return (
    <form method="post" noValidate>
      <input type="hidden" name="intentKey" value={intentKey} />
      <Input
        {...field("number")}
        label="認定通知書の文書番号"
        required
        help="認定通知書の右上にある番号です。変更の認定を受けたことがあるときは、いちばん新しい通知書の番号です。"
        example="20250401東北第7号"
      />
      <Input
        {...field("certifiedOn")}
        label="認定日"
        required
        width="md"
        help="認定通知書の日付です。"
        example="2025年4月1日、令和7年4月1日"
      />
      <Input
        {...field("officeName")}
        label="認定した局"
        required
        help="認定通知書の差出人です。"
        example="東北経済産業局"
      />
      <MonthInput {...field("start")} label="認定を受けた計画の、開始の年月" required />
      <MonthInput {...field("end")} label="認定を受けた計画の、終了の年月" required />
      <Input
        {...field("code13")}
        label="認定を受けた計画の、事業分野の細分類（4桁）"
        width="sm"
        inputMode="numeric"
        help="計画の写しにある、旧い産業分類（第13回改定）の番号です。いまの番号に直して写します。分からなければ空のままで構いません。"
        example="2662"
      />
      <Button name="from" value="paper" variant="secondary">
        紙の認定から、変更認定申請を始める
      </Button>
    </form>
  );
}
