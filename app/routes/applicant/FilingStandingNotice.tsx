import type { FilingStanding } from "#app/domain/access/mandate.ts";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

const words: Readonly<
  Record<
    Exclude<FilingStanding, "ready">,
    { readonly kind: "info" | "warning"; readonly title: string; readonly body: string }
  >
> = {
  entry: {
    kind: "info",
    title: "このアカウントでは、下書きと印刷だけができます",
    body: "申請と、認定通知書の受取りには、GビズIDプライム又はメンバーのアカウントが必要です。",
  },
  noMandate: {
    kind: "warning",
    title: "このアカウントには、この手続で申請する権限がありません",
    body: "GビズIDプライムの方が、このメンバーにこのポータルの利用を許していません。下書きと印刷はできます。申請するには、プライムの方にGビズIDのマイページで利用を許してもらってから、もう一度ログインしてください。",
  },
  unknownMandate: {
    kind: "info",
    title: "この手続の権限を、GビズIDから確かめられませんでした",
    body: "申請はできます。会社を代表して申請してよいか、GビズIDプライムの方に確かめてください。",
  },
};

/** 申請できない、又は確かめられない立場を、前もって知らせる。 */
export function FilingStandingNotice({ standing }: { readonly standing: FilingStanding }) {
  if (standing === "ready") return null;
  const { kind, title, body } = words[standing];
  return (
    <NotificationBanner kind={kind} title={title}>
      <p>{body}</p>
    </NotificationBanner>
  );
}
