import { Button } from "#app/ui/primitives/Button.tsx";
import { Input } from "#app/ui/primitives/Input.tsx";

/** どの施行日で点検するか。署名する長は、この日で見る。 */
export const ProofDate = ({ value, wrong }: { readonly value: string; readonly wrong: boolean }) => (
  <form
    method="get"
    noValidate
    className="mb-6 flex flex-wrap items-end gap-3 rounded-12 bg-solid-gray-50 p-4"
  >
    <Input
      id="on"
      name="on"
      label="施行日（例：令和9年4月1日）"
      dense
      width="sm"
      autoComplete="off"
      defaultValue={value}
      errors={wrong ? ["実在する日を入力してください。版の施行日で点検しました。"] : undefined}
    />
    <Button variant="secondary" size="small">
      この日で点検する
    </Button>
  </form>
);
