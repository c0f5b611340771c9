import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";

/** まだ使われていない招きと、招く欄。 */
export function InvitationForm({
  openJoining,
  invitations,
  email,
  errors,
}: {
  /** 招いていない職員も入れる環境か。 */
  readonly openJoining: boolean;
  readonly invitations: readonly { readonly email: string; readonly invited: string }[];
  readonly email: string;
  readonly errors: readonly string[] | undefined;
}) {
  return (
    <>
      <SectionTitle>職員を招く</SectionTitle>
      <p>
        {openJoining
          ? "この環境では、招いていない職員も初めてのログインで利用者になります。"
          : "招いていない職員は、本人であることが確かめられてもログインできません。招きは役割を付けません。"}
      </p>
      {invitations.length > 0 && (
        <ul className="mt-4 list-disc pl-6">
          {invitations.map(({ email: address, invited }) => (
            <li key={address} className="break-all">
              {address}（まだログインしていません。{invited}）
            </li>
          ))}
        </ul>
      )}
      <form method="post" noValidate className="mt-4">
        <Input
          id="email"
          name="email"
          label="メールアドレス"
          help="職員の発行者がその人について返すもの。初めてのログインで一度だけ使います。"
          required
          defaultValue={email}
          errors={errors}
        />
        <Button name="do" value="invite">
          職員を招く
        </Button>
      </form>
    </>
  );
}
