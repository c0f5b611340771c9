import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";

/** 人が打った文字か。版や符号のような隠し欄の値は見せない。 */
const typed = (value: string): boolean => /[^\p{ASCII}]|\s/u.test(value.trim());

/** 預かった欄を、そのまま同じ場所へ送る。何を送るかを見てから押せる。 */
export function ContinueForm({
  name,
  path,
  fields,
}: {
  readonly name: string;
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
}) {
  const shown = fields.filter(([, value]) => typed(value));
  return (
    <>
      <PageTitle
        title={`「${name}」を続けます`}
        lead="ログインを確かめました。下のボタンを押すと、先ほどの内容のまま進みます。"
      />
      {shown.length > 0 && (
        <section aria-labelledby="kept-fields">
          <h2 id="kept-fields" className="text-lg font-bold">
            入力した内容
          </h2>
          <ul className="mt-2 list-disc pl-6">
            {shown.map(([field, value], index) => (
              <li key={`${field}-${index}`} className="whitespace-pre-wrap break-words">
                {value}
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="post" action={path} className="mt-6">
        {fields.map(([field, value], index) => (
          <input key={`${field}-${index}`} type="hidden" name={field} value={value} />
        ))}
        <ButtonGroup>
          <Button>{name}を続ける</Button>
          <ButtonLink href={path} variant="secondary">
            画面を開き直す
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
