import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { FieldErrors } from "#app/ui/primitives/FieldErrors.tsx";
import { Textarea } from "#app/ui/primitives/Textarea.tsx";

/** 選んだアカウントを止める、又は再び使えるようにすることを求める。 */
export function AccountForm({
  account,
  reason,
  errors,
  back,
}: {
  readonly account: { readonly name: string; readonly active: boolean };
  readonly reason: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly back: string;
}) {
  const asked = account.active ? "止める" : "再び使えるようにする";
  return (
    <section aria-labelledby="account-form" className="mt-10">
      <SectionTitle id="account-form">
        {account.name}のアカウントを{asked}
      </SectionTitle>
      <p id="account" tabIndex={-1}>
        {account.active
          ? "止めると、ログインできなくなり、いまのログインも次の操作から使えません。書いた物は残ります。"
          : "再び使えるようにすると、ログインできるようになります。"}
        求めた人とは別の人が確かめるまで、何も変わりません。
      </p>
      <FieldErrors id="account-error" errors={errors["account"] ?? []} />
      <form method="post" noValidate className="mt-4">
        <Textarea
          id="accountReason"
          name="accountReason"
          label="理由"
          rows={2}
          help="確かめる人が読みます。監査の記録にも残ります。"
          defaultValue={reason}
          errors={errors["accountReason"]}
          required
        />
        <ButtonGroup>
          <Button
            variant={account.active ? "danger" : "primary"}
            name="do"
            value={account.active ? "stop" : "resume"}
          >
            {asked}ことを求める
          </Button>
          <ButtonLink href={back} variant="tertiary">
            やめて戻る
          </ButtonLink>
        </ButtonGroup>
      </form>
    </section>
  );
}
