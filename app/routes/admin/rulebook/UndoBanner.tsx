import { Button } from "#app/ui/primitives/Button.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

/** 書いた直後の知らせ。その場で取り消せる。 */
export const UndoBanner = ({ edit, action }: { readonly edit: number; readonly action: string }) => (
  <NotificationBanner kind="success" title={`編集${edit}を記録しました`} announce>
    <form method="post" action={action}>
      <input type="hidden" name="edit" value={edit} />
      <input type="hidden" name="reason" value={`編集${edit}の取消し`} />
      <Button name="intent" value="undo" variant="secondary" size="small">
        この編集を取り消す
      </Button>
    </form>
  </NotificationBanner>
);
