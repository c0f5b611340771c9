import { guarded } from "#app/http/guard.server.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { SummaryList } from "#app/ui/primitives/SummaryList.tsx";

export const meta = () => [{ title: "ヘルプ | 経営力向上計画 電子申請ポータル" }];
export const handle = { scripts: false };

export const loader = guarded("public", "lookup.view", async () => null);

const accounts = [
  { key: "prime", label: "GビズIDプライム", value: "計画の作成、提出、認定通知書の取得ができます。" },
  {
    key: "member",
    label: "GビズIDメンバー",
    value: "プライムから権限を受けた人です。計画の作成、提出、認定通知書の取得ができます。",
  },
  {
    key: "entry",
    label: "GビズIDエントリー",
    value: "下書きの作成と印刷だけができます。提出するには、プライム又はメンバーが要ります。",
  },
  { key: "staff", label: "職員", value: "各省庁の職員用アカウントで、職員のログインから入ります。" },
] as const;

export default function Help() {
  return (
    <>
      <Breadcrumbs items={[{ label: "ホーム", href: "/" }, { label: "ヘルプ" }]} />
      <PageTitle title="ヘルプ" />
      <div className="max-w-[46rem]">
        <SectionTitle id="login">ログインの種類</SectionTitle>
        <SummaryList rows={accounts} />

        <SectionTitle id="drafts">書きかけの保存</SectionTitle>
        <p>
          計画は区画ごとに書き、どの区画からでも始められます。「保存」を押すと書きかけのまま保存され、次にログインしたときに続きから書けます。足りない欄があっても保存できます。
        </p>
        <p className="mt-3">
          同じ会社の方は、同じ下書きを見て書けます。ほかの方が先に保存していたときは、上書きせずにお知らせします。
        </p>

        <SectionTitle id="industry">業種と提出先</SectionTitle>
        <p>
          提出先と指針は、会社の主な業種ではなく、計画で取り組む事業の業種で決まります。
          <a className="link" href="/lookup">
            提出先・指針の検索
          </a>
          でお調べください。電子申請に対応していない提出先には、様式を印刷して郵送してください。
        </p>

        <SectionTitle id="returned">差し戻されたとき</SectionTitle>
        <ol className="list-decimal space-y-1 pl-6">
          <li>登録したメールアドレスに知らせが届きます。</li>
          <li>申請の画面に、直す欄と、審査担当からの言葉が示されます。</li>
          <li>その欄を直して保存し、もう一度提出します。受付番号は変わりません。</li>
        </ol>
        <p className="mt-3">差し戻されている間は、標準処理期間に数えません。</p>

        <SectionTitle id="withdraw">取り下げるとき</SectionTitle>
        <p>認定又は不認定の前であれば、申請の画面から取り下げられます。取り下げた申請は元に戻せません。</p>

        <SectionTitle id="unconfirmed">「確認中」の印</SectionTitle>
        <p>
          提出先や指針の情報のうち、公式の資料で確かめられていないものには「確認中」と示しています。確認中の決まりだけを理由に、提出を止めることはありません。
        </p>

        <SectionTitle id="contact">問合せ先</SectionTitle>
        <p>
          問合せ先は運用者が設定します。この環境ではまだ設定されていません。誤りの画面に出る番号は、問合せのときにお伝えください。
        </p>
      </div>
    </>
  );
}
