import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";

/** 事業者と職員の二つの入口。 */
export function LoginChoices() {
  return (
    <div className="grid gap-4 md:grid-cols-[3fr_2fr]">
      <section aria-labelledby="applicant" className="rounded-12 border-2 border-key-900 p-5 sm:p-6">
        <h2 id="applicant" className="text-std-20B-150">
          事業者の方
        </h2>
        <p className="mt-1 mb-4">
          計画を作る、提出する、認定通知書を受け取る方はこちらです。GビズIDのアカウントを使います。
        </p>
        <ButtonLink href="/login">GビズIDでログイン</ButtonLink>
      </section>
      <section
        aria-labelledby="staff"
        className="rounded-12 border border-solid-gray-300 bg-solid-gray-50 p-5 sm:p-6"
      >
        <h2 id="staff" className="text-std-20B-150">
          職員の方
        </h2>
        <p className="mt-1 mb-4">審査、決裁、管理を行う各省庁の職員はこちらです。</p>
        <ButtonLink href="/login/staff" variant="secondary">
          職員用アカウントでログイン
        </ButtonLink>
      </section>
    </div>
  );
}
