/** 模擬 Provider の画面の見た目。厳しい CSP の下でも効くよう、同じ場所から別の資源として配る。 */
export const loginPageStyle = `
* { box-sizing: border-box; }
body { margin: 0; background: #f8f8fb; color: #1a1a1c; font-family: "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", sans-serif; font-size: 1rem; line-height: 1.7; }
.notice { margin: 0; padding: 0.75rem 1rem; background: #ffd43d; color: #1a1a1c; font-weight: 700; text-align: center; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.4; }
h2 { margin: 2rem 0 0.75rem; font-size: 1.25rem; line-height: 1.5; }
p { margin: 0 0 1rem; }
.panel { padding: 1rem; border: 1px solid #949494; border-radius: 0.5rem; background: #fff; }
.panel h2 { margin-top: 0; }
.accounts { margin: 0; padding: 0; list-style: none; border: 1px solid #949494; border-radius: 0.5rem; background: #fff; }
.accounts li { display: grid; grid-template-columns: 1fr auto; gap: 0.25rem 1rem; align-items: center; padding: 0.75rem 1rem; border-top: 1px solid #cccccc; }
.accounts li:first-child { border-top: 0; }
.who { font-weight: 700; }
.role { display: inline-block; margin-left: 0.5rem; padding: 0 0.5rem; border: 1px solid #0017c1; border-radius: 0.25rem; color: #0017c1; font-size: 0.875rem; font-weight: 400; }
.sub { display: block; color: #4d4d4d; font-size: 0.875rem; overflow-wrap: anywhere; }
.fields { display: grid; gap: 1rem; max-width: 30rem; }
label { display: block; font-weight: 700; }
input { width: 100%; min-height: 3rem; padding: 0.5rem 0.75rem; border: 1px solid #666666; border-radius: 0.5rem; background: #fff; color: inherit; font: inherit; }
input[aria-invalid="true"] { border-color: #ce0000; }
button { min-height: 3rem; padding: 0.5rem 1.25rem; border: 1px solid #0017c1; border-radius: 0.5rem; background: #fff; color: #0017c1; font: inherit; font-weight: 700; cursor: pointer; }
button:hover { background: #e8f1fe; }
button.primary { background: #0017c1; color: #fff; }
button.primary:hover { background: #00118f; }
button.plain { min-height: 2.75rem; padding: 0.25rem 0; border: 0; background: none; text-decoration: underline; }
button:focus-visible, input:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; }
.error { padding: 0.75rem 1rem; border: 2px solid #ce0000; border-radius: 0.5rem; background: #fff; color: #ce0000; font-weight: 700; }
code { padding: 0 0.25rem; background: #f1f1f4; font-size: 1em; }
@media (max-width: 36rem) {
  .accounts li { grid-template-columns: 1fr; }
  .accounts button { width: 100%; }
}
`;
