import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { Select } from "#app/ui/primitives/Select.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";
import type { ShownPerson } from "./StaffTable.tsx";

/** 選んだ職員の役割を外す、外した役割を戻すことを求める。 */
export function RoleForm({
  person,
  typed,
  errors,
}: {
  readonly person: ShownPerson;
  readonly typed: { readonly role: string; readonly reason: string };
  readonly errors: Readonly<Record<string, readonly string[]>>;
}) {
  return (
    <section aria-labelledby="role-form" className="mt-10">
      <SectionTitle id="role-form">{person.name}の役割を外す・戻す</SectionTitle>
      <form method="post" noValidate>
        <Select
          id="role"
          name="role"
          label="役割"
          options={[
            { label: "いまの役割", options: person.roles },
            { label: "外している役割", options: person.withheld },
          ]}
          defaultValue={typed.role}
          errors={errors["role"]}
          width="lg"
          required
        />
        <Textarea
          id="reason"
          name="reason"
          label="理由"
          rows={2}
          help="監査の記録に残ります。"
          defaultValue={typed.reason}
          errors={errors["reason"]}
          required
        />
        <ButtonGroup>
          {person.roles.length > 0 && (
            <Button variant="danger" name="do" value="withhold">
              役割を外す
            </Button>
          )}
          {person.withheld.length > 0 && (
            <Button name="do" value="restore">
              外した役割を戻すことを求める
            </Button>
          )}
          <ButtonLink href="/admin/staff" variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </section>
  );
}
