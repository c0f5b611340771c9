import { Button } from "#app/ui/primitives/Button.tsx";
import { Radios } from "#app/ui/primitives/Radios.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { ShownCandidate } from "./relink-view.server.ts";

/** 引き継ぐ先を選び、理由を書いて求める。 */
export function RelinkForm({
  companyKey,
  candidates,
  typed,
  errors,
}: {
  readonly companyKey: string;
  readonly candidates: readonly ShownCandidate[];
  readonly typed: { readonly successor: string; readonly reason: string };
  readonly errors: Readonly<Record<string, readonly string[]>>;
}) {
  return (
    <form method="post" noValidate className="mt-6">
      <input type="hidden" name="company" value={companyKey} />
      <Radios
        id="successor"
        name="successor"
        label="引き継ぐ先のアカウント"
        options={candidates
          .filter(({ fault }) => fault === null)
          .map(({ id, name, email }) => ({ value: id, label: `${name}（${email}）` }))}
        defaultValue={typed.successor}
        errors={errors["successor"]}
        required
      />
      <Textarea
        id="reason"
        name="reason"
        label="理由"
        rows={3}
        help="誰からの申出か、同じ会社・同じ事業主であることを何で確かめたかを書いてください。確かめる管理者が読み、監査の記録に残ります。"
        defaultValue={typed.reason}
        errors={errors["reason"]}
        required
      />
      <Button>引継ぎを求める</Button>
    </form>
  );
}
