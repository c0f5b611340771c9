/**
 * 模擬 Provider のログイン画面。JavaScript も外の資源も使わず、サーバーが組み立てた HTML だけで動く。
 */
import type { DemoAccount } from "./demo-account.ts";

/** 画面に出す Provider の名前。本物と取り違えられない言い方にする。 */
export const providerTitles = {
  gbizid: "デモ用の模擬GビズID",
  staff: "デモ用の模擬職員ログイン",
} as const;

export type EmbeddedProviderKind = keyof typeof providerTitles;

interface PageFrame {
  readonly kind: EmbeddedProviderKind;
  /** スタイルシートの道筋。 */
  readonly stylesheet: string;
}

interface LoginPage extends PageFrame {
  /** このログイン一回分の画面の道筋。送信先はこの下にある。 */
  readonly interactionPath: string;
  readonly accounts: readonly DemoAccount[];
  /** Provider にログインしたままのアカウント。 */
  readonly current: DemoAccount | null;
  /** 認証のし直しを求められている。 */
  readonly reauthenticate: boolean;
  readonly loginId: string;
  readonly failed: boolean;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");

function page(frame: PageFrame, title: string, body: string): string {
  const provider = providerTitles[frame.kind];
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}｜${provider}</title>
<link rel="stylesheet" href="${escapeHtml(frame.stylesheet)}">
</head>
<body>
<header><p class="notice">${provider}（本物ではありません）</p></header>
<main>
${body}
</main>
</body>
</html>
`;
}

function accountItem(account: DemoAccount): string {
  const { displayName, loginId, organisation, role } = account;
  return `<li>
<span><span class="who">${escapeHtml(displayName)}<span class="role">${escapeHtml(role)}</span></span>
<span class="sub">${escapeHtml(organisation)}</span>
<span class="sub">ログインID ${escapeHtml(loginId)}</span></span>
<button type="submit" name="account" value="${escapeHtml(loginId)}">${escapeHtml(displayName)}としてログイン</button>
</li>`;
}

function currentPanel(view: LoginPage): string {
  if (view.current === null) return "";
  const { displayName, organisation } = view.current;
  const action = escapeHtml(view.interactionPath);
  const continuing = view.reauthenticate
    ? "<p>手続の確認のため、もう一度ログインしてください。</p>"
    : `<form method="post" action="${action}/continue"><button type="submit" class="primary">このアカウントで続ける</button></form>`;
  return `<section class="panel" aria-labelledby="current">
<h2 id="current">ログイン中のアカウント</h2>
<p>${escapeHtml(displayName)}（${escapeHtml(organisation)}）</p>
<div class="row">${continuing}
<form method="post" action="${action}/logout"><button type="submit" class="plain">別のアカウントを使う</button></form></div>
</section>`;
}

/** ログイン画面を組み立てる。 */
export function renderLoginPage(view: LoginPage): string {
  const action = escapeHtml(view.interactionPath);
  const password = view.accounts[0]?.password ?? "";
  const invalid = view.failed ? ' aria-invalid="true" aria-describedby="login-error"' : "";
  const error = view.failed
    ? '<p class="error" id="login-error" role="alert">ログインIDまたはパスワードが違います。</p>'
    : "";
  const body = `<h1>ログイン</h1>
<p>この画面はデモ用です。人物と企業はすべて架空です。実際のアカウントの情報は入力しないでください。</p>
${error}
${currentPanel(view)}
<section aria-labelledby="accounts">
<h2 id="accounts">デモ用アカウントを選ぶ</h2>
<form method="post" action="${action}/login">
<ul class="accounts">
${view.accounts.map(accountItem).join("\n")}
</ul>
</form>
</section>
<section aria-labelledby="typed">
<h2 id="typed">ログインIDとパスワードを入力する</h2>
<p>パスワードはどのアカウントも <code>${escapeHtml(password)}</code> です。</p>
<form method="post" action="${action}/login" class="fields">
<div><label for="loginId">ログインID</label>
<input id="loginId" name="loginId" autocomplete="username" required value="${escapeHtml(view.loginId)}"${invalid}></div>
<div><label for="password">パスワード</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${invalid}></div>
<div><button type="submit" class="primary">ログイン</button></div>
</form>
</section>
<form method="post" action="${action}/cancel"><p><button type="submit" class="plain">ログインをやめて戻る</button></p></form>`;
  return page(view, view.failed ? "エラー：ログイン" : "ログイン", body);
}

/** ログインを続けられないときの画面を組み立てる。相手が送ってきた文言は出さない。 */
export function renderErrorPage(view: PageFrame & { readonly error: string; readonly home: string }): string {
  const body = `<h1>ログインを続けられません</h1>
<p>ログインの手続きが途中で切れたか、要求の内容に誤りがあります。はじめからやり直してください。</p>
<p>理由：<code>${escapeHtml(view.error)}</code></p>
<p><a href="${escapeHtml(view.home)}">ポータルのトップへ戻る</a></p>`;
  return page(view, "ログインを続けられません", body);
}
