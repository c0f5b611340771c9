/** 版の状態を変える操作の言葉。 */
import type { EditionStatus } from "#app/domain/rulebook/edition-lifecycle.ts";

export const statusCommands = {
  submit: {
    from: "draft",
    title: "公布待ちにする",
    lead: "編集を終えて、別の管理者の公布を待ちます。待つ間は書き換えられません。",
    done: "公布待ちにしました。別の管理者が、施行日を付けて公布します。",
  },
  abandon: {
    from: "draft",
    title: "取りやめる",
    lead: "この版の編集をやめます。中身も記録も残り、いつでも編集に戻せます。",
    done: "この版を取りやめました。",
  },
  return: {
    from: "submitted",
    title: "編集に戻す",
    lead: "公布をやめて、また書き換えられるようにします。",
    done: "編集に戻しました。",
  },
  reopen: {
    from: "abandoned",
    title: "編集に戻す",
    lead: "取りやめた版を、もう一度編集できるようにします。",
    done: "編集に戻しました。",
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly from: EditionStatus; readonly title: string; readonly lead: string; readonly done: string }
  >
>;

export type StatusCommand = keyof typeof statusCommands;

export const isStatusCommand = (name: string): name is StatusCommand => Object.hasOwn(statusCommands, name);

/** 操作が済んだ知らせ。 */
export function commandDone(name: string | null): string | null {
  if (name === "publish") return "公布しました。施行日から、この版で案内と審査をします。";
  if (name === "clone") return "写しを作りました。表を開いて編集してください。";
  return name !== null && isStatusCommand(name) ? statusCommands[name].done : null;
}
