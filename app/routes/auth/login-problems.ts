/** ログインがうまくいかなかったときの言葉（gbizid-oidc の失敗の分け方に合わせる）。 */
export const loginProblems: Readonly<
  Record<
    string,
    { readonly kind: "info" | "warning" | "error"; readonly title: string; readonly body: string }
  >
> = {
  cancelled: {
    kind: "info",
    title: "ログインを取りやめました",
    body: "続けるときは、もう一度ボタンを押してください。",
  },
  again: {
    kind: "warning",
    title: "もう一度ログインしてください",
    body: "時間がたったか、途中で画面が変わったため、ログインを終えられませんでした。",
  },
  ended: {
    kind: "info",
    title: "すべての端末でログアウトしました",
    body: "続けるときは、もう一度ログインしてください。",
  },
  notInvited: {
    kind: "warning",
    title: "このアカウントは、まだ登録されていません",
    body: "本人であることは確かめましたが、このポータルの職員として招かれていません。所属の取りまとめの方を通じて、システム管理者に登録を頼んでください。",
  },
  down: {
    kind: "error",
    title: "ログインのサービスにつながりません",
    body: "ログインのサービスが応答していません。時間をおいてお試しください。すでにログインしている方は、そのまま使えます。提出先と指針の検索、認定通知書の確認は、ログインしなくても使えます。",
  },
  claims: {
    kind: "warning",
    title: "アカウントの登録内容を確かめてください",
    body: "アカウントの登録内容に足りないところ、又は正しくないところがあります。マイページで直してから、もう一度ログインしてください。",
  },
  failed: {
    kind: "error",
    title: "ログインできませんでした",
    body: "もう一度お試しください。続くときは、時間を添えてお問い合わせください。",
  },
};
