import { Textarea } from "#app/ui/primitives/Textarea.tsx";

const LIMIT = 500;

/** 操作の理由。監査記録に残る。 */
export const ReasonField = ({
  value,
  errors,
}: {
  readonly value?: string | undefined;
  readonly errors?: readonly string[] | undefined;
}) => (
  <Textarea
    id="reason"
    name="reason"
    label="理由"
    help="監査記録に残ります。根拠の告示や通知があれば、その名前を書きます。"
    required
    rows={3}
    maxCharacters={LIMIT}
    defaultValue={value}
    errors={errors}
  />
);
